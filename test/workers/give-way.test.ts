import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';
import { giveWay } from '../../workers/give-way.ts';
import { type Stage, stages } from '../../workers/stages.ts';

describe('a process that decides', () => {
  const priorityOf = (chosen: readonly Stage[]): number | null => {
    let priority: number | null = null;
    giveWay(new Set(chosen), (to) => {
      priority = to;
    });
    return priority;
  };

  it('gives way to those that tell people, when it tells nobody itself', () => {
    expect([priorityOf(['triage', 'reach']), priorityOf(['triage', 'reach', 'http'])]).toEqual([10, 10]);
  });

  it('does not when it does all of the work, or none of the deciding', () => {
    expect([priorityOf(stages), priorityOf(['poll', 'notify', 'digest', 'http'])]).toEqual([null, null]);
  });

  it('goes on where the system refuses', () => {
    expect(() =>
      giveWay(new Set<Stage>(['triage']), () => {
        throw new Error('EPERM');
      }),
    ).not.toThrow();
  });

  it('asks the system for it', () => {
    const module = JSON.stringify(join(packageRoot, 'dist', 'workers', 'give-way.js'));
    const script = `import(${module}).then(({ giveWay }) => { giveWay(new Set(['triage'])); console.log(require('node:os').getPriority()); })`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('10');
  });
});
