/** Text and ground differ by 4.5 to 1 or more in both themes, charts by 3: test/digest/digest-style.test.ts measures it. */
export const digestStyle = `
:root {
  color-scheme: light dark;
  --ground: #f6f5f2; --card: #ffffff; --line: #dedbd3; --ink: #23211d; --soft: #5f5b52;
  --accent: #1f5f74; --area: #d9e8ec; --wait: #8a4b08; --wait-ground: #fbefdc; --done: #2b6140; --done-ground: #e4f1e8;
  --rest: #ece9e2; --critical: #96231b; --critical-ground: #fbe6e3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16181a; --card: #1f2225; --line: #363b40; --ink: #e7e5e0; --soft: #a9aaa6;
    --accent: #7fc4d9; --area: #24404a; --wait: #f0bd79; --wait-ground: #3b2c17; --done: #93d1a8; --done-ground: #1d3426;
    --rest: #2c3034; --critical: #f5a49c; --critical-ground: #45211e;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
.page { max-width: 1120px; margin: 0 auto; padding: 24px 16px 48px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 16px; top: 8px; padding: 8px 12px; background: var(--card); color: var(--accent); }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0; }
h3 { font-size: 1rem; margin: 28px 0 10px; }
p { margin: 0; }
.soft { color: var(--soft); }
.small { font-size: 0.875rem; }
.principle { margin-top: 12px; padding-left: 12px; border-left: 3px solid var(--accent); max-width: 65ch; }
.brand { margin-top: 36px; padding-top: 20px; border-top: 1px solid var(--line); }
.brand-head { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; }
.threads { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; }
.thread { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; display: grid; gap: 12px; }
.said { max-width: 65ch; }
.said.hidden { font-style: italic; color: var(--soft); }
.origin { margin-top: 6px; }
.standing { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin-top: 10px; }
.others { margin-top: 6px; }
.measure strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; font-weight: 650; }
.tag { display: inline-block; padding: 1px 9px; border-radius: 999px; font-size: 0.875rem; font-weight: 600; white-space: nowrap; background: var(--rest); color: var(--ink); }
.tag.none { white-space: normal; border-radius: 8px; font-weight: 400; }
.tag.waiting { background: var(--wait-ground); color: var(--wait); }
.tag.answered, .tag.ended { background: var(--done-ground); color: var(--done); }
.tag.critical { background: var(--critical-ground); color: var(--critical); }
.tag.high { background: var(--wait-ground); color: var(--wait); }
svg { display: block; }
.spark { width: 100%; max-width: 240px; height: auto; margin: 8px 0 4px; }
.spark-area { fill: var(--area); }
.spark-line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.spark-end { fill: var(--accent); }
.bar { width: 100%; max-width: 240px; height: 6px; margin-top: 6px; }
.bar-rest { fill: var(--rest); }
.bar-count { fill: var(--accent); }
.more { margin-top: 10px; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); border-radius: 10px; border-spacing: 0; margin-top: 8px; }
caption { text-align: left; }
th, td { text-align: left; vertical-align: top; padding: 9px 12px; border-top: 1px solid var(--line); font-size: 0.9375rem; }
thead th { border-top: 0; white-space: nowrap; font-size: 0.8125rem; font-weight: 600; color: var(--soft); }
th[scope="row"] { font-weight: 600; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.nowrap { white-space: nowrap; font-variant-numeric: tabular-nums; }
.problems, .unseen ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 10px; }
.problems li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; }
.unseen ul { list-style: disc; padding-left: 1.2em; gap: 4px; max-width: 75ch; margin-top: 10px; }
@media (max-width: 639px) {
  thead { position: absolute; left: -9999px; }
  table, tbody, tr, th, td { display: block; }
  tr + tr { border-top: 1px solid var(--line); }
  tr { padding: 8px 0; }
  th, td { border: 0; padding: 3px 14px; }
  td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
  td:empty { display: none; }
  thead th { white-space: normal; }
}
@media (min-width: 720px) {
  .page { padding: 40px 32px 64px; }
  .thread { grid-template-columns: minmax(0, 1fr) 200px; gap: 24px; }
  h1 { font-size: 2rem; }
}
@media (min-width: 1100px) {
  .thread { grid-template-columns: minmax(0, 1fr) 260px; }
  .problems { grid-template-columns: 1fr 1fr; }
}
@media print { body { background: #fff; } .thread, tr, .problems li { break-inside: avoid; } }
`;
