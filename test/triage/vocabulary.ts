import type { AbstainReason, OutOfBandKind } from '../../src/domain/classification.ts';

export { categories, dangerKinds, languages, stakes } from '../../src/domain/classification.ts';

export const outOfBandKinds: readonly OutOfBandKind[] = ['promise', 'remedy', 'apology', 'refusal', 'attack'];
export const abstainReasons: readonly AbstainReason[] = ['language', 'no_text', 'image_only', 'unsure'];
