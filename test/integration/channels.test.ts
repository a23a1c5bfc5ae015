import { afterEach, describe, expect, it } from '@jest/globals';
import { startPagerDutyStandIn } from '../support/pagerduty-stand-in.ts';
import { endPrograms, type Place, preparePlace, startProgram, until } from '../support/service.ts';
import { startSlackStandIn } from '../support/slack-stand-in.ts';
import { startTeamsStandIn } from '../support/teams-stand-in.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});

const hostOf = (address: string): string => new URL(address).host;

/** Everything that an alert must not carry: who wrote, how many follow, and where it stands. */
const reach = /famous_author|4567890|forum\.example|Famous Name/;

describe('Slack, Teams and PagerDuty on the own network, as network.allow names them', () => {
  it('are told of a post without its author and reach, and two of them that its case was taken', async () => {
    const [slack, teams, pager] = await Promise.all([
      startSlackStandIn(),
      startTeamsStandIn(),
      startPagerDutyStandIn(),
    ]);
    close.push(() => Promise.all([slack.close(), teams.close(), pager.close()]));
    const allowed = [slack.baseUrl, teams.url, pager.baseUrl].map((address) => `"${hostOf(address)}"`);
    const place = await preparePlace(
      [
        `network: { allow: [${allowed.join(', ')}] }`,
        'channels:',
        `  desk: { kind: slack-bot, token: "\${SLACK_TOKEN}", channel: ${slack.channel}, base_url: "${slack.baseUrl}" }`,
        `  duty: { kind: teams, url: "\${TEAMS_URL}", language: de }`,
        `  pager: { kind: pagerduty, routing_key: "\${PAGER_KEY}", base_url: "${pager.baseUrl}" }`,
        '',
      ].join('\n'),
    );
    close.push(() => place.remove());
    const secrets = { SLACK_TOKEN: slack.token, TEAMS_URL: teams.url, PAGER_KEY: pager.routingKey };
    const env = { ...place.env, ...secrets };
    const program = startProgram({ folder: place.folder, env });
    await program.says(/"ready"/);
    await pushLoss(place);
    // The morning's word that all is well is told too, but to nobody who would be woken by it.
    const inSlack = () => slack.messages.find(({ text }) => text.includes('EH-1'));
    const inTeams = () => teams.bodies.filter((body) => body.includes('EH-1'));
    await until(() => inSlack() !== undefined && inTeams().length > 0 && pager.incidents.size > 0, {
      what: 'a message in each channel',
    });
    expect(inSlack()?.text).toMatch(/^(?:🟠 High|🔴 Critical): .* at voltara \(EH-1, /);
    expect(inTeams()[0]).toMatch(/(?:Hoch|Kritisch): .* bei voltara/);
    const bodies = [...slack.bodies, ...teams.bodies, ...pager.bodies];
    for (const body of bodies) {
      expect(body).not.toMatch(reach);
      expect(body).not.toMatch(/https?:\/\/(?!adaptivecards\.io\/schemas)/);
    }
    const take = startProgram({ folder: place.folder, env, args: ['cases', 'take', '1', '--as', 'Kim'] });
    expect((await take.ended()).code).toBe(0);
    // It is looked at every fifteen seconds.
    await until(() => inSlack()?.text === '✋ Somebody works on it: EH-1', { withinMs: 30_000 });
    await until(() => [...pager.incidents.values()].every(({ state }) => state === 'acknowledged'));
    expect(inTeams()).toHaveLength(1);
    expect(pager.incidents.size).toBe(1);
    expect([...slack.wrong, ...teams.wrong, ...pager.wrong]).toEqual([]);
    for (const secret of Object.values(secrets)) expect(program.output()).not.toContain(secret);
    expect((await program.stop()).code).toBe(0);
  }, 90_000);
});

const pushLoss = (place: Place) =>
  place.push('shop', [
    {
      id: 'a',
      author: 'famous_author',
      display_name: 'Famous Name',
      followers: 4_567_890,
      url: 'https://forum.example/@famous_author/1',
      text: '@voltara 4,300 euros lost since your refund never came, my rent is due on Friday. Ask @famous_author or see https://forum.example/p1',
    },
  ]);
