import type { PlacedMessage } from './say-issue.ts';
import type { WrittenConfig } from './schema.ts';

type WrittenChains = NonNullable<NonNullable<WrittenConfig['escalation']>['chains']>;
type WrittenStep = WrittenChains[string]['steps'][number];
type Path = PlacedMessage['path'];

/** Names that must be known elsewhere in the file. */
export function* protectionContradictions(written: WrittenConfig): Generator<PlacedMessage> {
  for (const [kind, settings] of Object.entries(written.danger ?? {}))
    for (const channel of settings?.on_call_channels ?? [])
      yield* channelContradictions(channel, ['danger', kind, 'on_call_channels'], written);
  for (const [name, chain] of Object.entries(written.escalation?.chains ?? {}))
    yield* chainContradictions(chain, ['escalation', 'chains', name], written);
}

function* chainContradictions(
  { when, steps }: WrittenChains[string],
  path: Path,
  written: WrittenConfig,
): Generator<PlacedMessage> {
  for (const brand of when.brands ?? [])
    if (!(brand in written.brands))
      yield {
        path: [...path, 'when', 'brands'],
        message: `names "${brand}", which is not one of the brands`,
      };
  for (const [place, step] of steps.entries()) {
    const at = [...path, 'steps', place];
    for (const channel of channelsOf(step)) yield* channelContradictions(channel, at, written);
    for (const person of peopleOf(step))
      if (!(person in (written.people ?? {})))
        yield { path: at, message: `names "${person}", who is not one of the people` };
  }
}

const channelsOf = (step: WrittenStep): readonly string[] =>
  'notify' in step && 'channel' in step.notify ? [step.notify.channel] : [];

const peopleOf = (step: WrittenStep): readonly string[] => {
  if ('round_robin' in step) return step.round_robin;
  return 'notify' in step && 'person' in step.notify ? [step.notify.person] : [];
};

/** Without channels of its own a configuration has the console. */
function* channelContradictions(
  name: string,
  path: Path,
  { channels = { console: { kind: 'console' } } }: WrittenConfig,
): Generator<PlacedMessage> {
  const channel = channels[name];
  if (channel === undefined) {
    yield { path, message: `names "${name}", which is not one of the channels` };
    return;
  }
  const alone = [channel.audience ?? 'leads']
    .flat()
    .find((audience) => audience === 'comms' || audience === 'compliance');
  if (alone !== undefined)
    yield { path, message: `names "${name}", which is for ${alone}; cases are told to those who work them` };
}
