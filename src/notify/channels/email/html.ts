import { say } from '../../speak.ts';
import type { Urgency } from '../../wording/wording.ts';
import type { Fact, MailCase, MailPage } from './page.ts';

/**
 * One column that fits a phone, light or dark as the reader's program is. It loads nothing and links nowhere: a picture
 * would tell that it was opened, a link would lead to a person.
 */
export const htmlOf = (page: MailPage): string => `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escaped(page.subject)}</title>
<style>${css}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f2;color:#1d211f;${font}">
<div class="page" style="background:#f3f4f2;padding:24px 12px">
<div class="sheet" style="max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #dfe2de;border-radius:8px;padding:24px;box-sizing:border-box;overflow-wrap:anywhere">
${[
  `<h1 class="${page.urgency}" style="margin:0 0 4px;padding:0 0 0 12px;border-left:4px solid ${colours[page.urgency]};font-size:20px;line-height:1.35;font-weight:600">${escaped(page.head)}</h1>`,
  ...page.cases.map((one) => caseHtml(one, page)),
  ...page.paragraphs.map(paragraphHtml),
  ...(page.command === null ? [] : [`<div style="margin:20px 0 0">${commandHtml(page.command)}</div>`]),
  `<p class="quiet" style="margin:24px 0 0;font-size:13px;line-height:1.5;color:#5c645f">${escaped(page.asOf)}</p>`,
].join('\n')}
</div>
</div>
</body>
</html>
`;

const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Text on white has a contrast of at least 4.5 (WCAG 2.2); these only line the head and name the case. */
const colours: Readonly<Record<Urgency, string>> = {
  danger: '#b3261e',
  critical: '#b3261e',
  high: '#9a5b00',
  medium: '#47647d',
  low: '#5c645f',
  notice: '#9a5b00',
  well: '#2c6e49',
};

/** Programs that know no dark mode leave it out, and the colours on the elements stand. */
const css = `
@media (prefers-color-scheme: dark) {
.page { background: #141715 !important; color: #e6e9e6 !important; }
.sheet { background: #1c201e !important; border-color: #363c38 !important; }
.case, .quote { border-color: #363c38 !important; }
.quiet { color: #a3aca6 !important; }
.command { background: #262b28 !important; color: #e6e9e6 !important; }
.danger, .critical { border-color: #f2857d !important; }
.high, .notice { border-color: #e3a94f !important; }
.medium { border-color: #8fb2cf !important; }
.low { border-color: #a3aca6 !important; }
.well { border-color: #7cc79b !important; }
}
@media (max-width: 480px) {
.sheet { padding: 18px !important; }
}
`;

const caseHtml = ({ title, urgency, facts, quote, note, command }: MailCase, page: MailPage): string =>
  [
    '<div class="case" style="margin:20px 0 0;padding:16px 0 0;border-top:1px solid #dfe2de">',
    `<p style="margin:0 0 8px;font-size:16px;line-height:1.4;font-weight:600"><span class="${urgency}" style="border-bottom:3px solid ${colours[urgency]}">${escaped(title)}</span></p>`,
    ...facts.map(factHtml),
    ...(quote === null
      ? []
      : [
          `<blockquote class="quote" style="margin:12px 0 0;padding:0 0 0 12px;border-left:3px solid #dfe2de;font-size:15px;line-height:1.55">${escaped(say(page.language, 'quoted', { text: quote }))}</blockquote>`,
        ]),
    ...(note === null
      ? []
      : [`<p style="margin:12px 0 0;font-size:15px;line-height:1.55;font-weight:600">${escaped(note)}</p>`]),
    `<div style="margin:12px 0 0">${commandHtml(command)}</div>`,
    '</div>',
  ].join('\n');

const factHtml = ({ label, value }: Fact): string =>
  `<p style="margin:4px 0 0;font-size:15px;line-height:1.55"><span class="quiet" style="color:#5c645f">${escaped(label)}:</span> ${escaped(value)}</p>`;

const commandHtml = ({ label, value }: Fact): string =>
  `<span class="quiet" style="font-size:13px;color:#5c645f">${escaped(label)}</span><br><code class="command" style="display:inline-block;margin:4px 0 0;padding:6px 10px;border-radius:6px;background:#eef0ed;color:#1d211f;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:14px">${escaped(value)}</code>`;

const paragraphHtml = (text: string): string =>
  `<p style="margin:16px 0 0;font-size:15px;line-height:1.55">${escaped(text).replace(/\n/g, '<br>')}</p>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
