import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { sentenceIn } from '../../src/lib/sentences.ts';

const environment: Record<string, string> = {
  TEAMS_URL: 'https://teams.example/workflows/1?sig=1',
};
const channelOf = (written: string) =>
  parseConfig(`brands: { acme: { names: [Acme] } }\nchannels:\n  duty: ${written}\n`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: (name) => environment[name],
  }).config.channels[0];

describe('a channel', () => {
  it('of Teams has the address of a workflow from the environment', () => {
    expect(channelOf(`{ kind: teams, url: "\${TEAMS_URL}", audience: on_call, language: de }`)).toMatchObject(
      {
        kind: 'teams',
        name: 'duty',
        url: environment.TEAMS_URL,
        audience: ['on_call'],
        language: 'de',
      },
    );
  });

  it.each([
    [
      'with its address in the file',
      '{ kind: teams, url: "https://teams.example/?sig=1" }',
      'url: is a secret and may',
    ],
    ['without an address', '{ kind: teams }', 'url: is missing'],
    ['of a variable that is not set', `{ kind: teams, url: "\${NOPE}" }`, 'url: NOPE is not set'],
    ['with the key of another kind', `{ kind: teams, url: "\${TEAMS_URL}", secret: "\${NOPE}" }`, 'secret'],
    ['of an unknown kind', '{ kind: team }', 'did you mean "teams"?'],
  ])('%s is refused in one sentence that quotes no secret, in both languages', (_name, written, sentence) => {
    const parse = () => channelOf(written);
    expect(parse).toThrow(`evenhand.yaml:3: channels.duty.`);
    expect(parse).toThrow(sentence);
    const said = messageOf(parse);
    expect(said).not.toContain('sig=1');
    for (const line of said.split('\n')) expect(sentenceIn(line, 'de')).not.toBe(line);
  });
});

const messageOf = (parse: () => unknown): string => {
  try {
    parse();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};
