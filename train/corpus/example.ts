import type { Category, Language } from '../../src/domain/classification.ts';

/** Negative, neutral, positive. */
export type Sentiment = 0 | 1 | 2;

/** One labelled text, whatever set it is from; absent: the set does not say. */
export interface Example {
  readonly set: SetName;
  readonly text: string;
  /** Of the set; `other` texts of single posts differ, which is noise that training bears. */
  readonly language: Language;
  readonly complaint?: boolean;
  readonly sentiment?: Sentiment;
  readonly categories?: readonly Category[];
  readonly relay?: boolean;
  /** Industry, where the set names one. */
  readonly domain?: string;
  /** Of our own sentences: `complaint`, `praise`, `job_ad` … */
  readonly kind?: string;
  /** Of MobASA: from the part that its test set is drawn from as well. */
  readonly isLikeTest?: boolean;
  /** Never trained on. */
  readonly isHeld?: boolean;
  /** Made from this text, which stands in the same fold. */
  readonly twinOf?: string;
}

export type SetName =
  | 'own'
  | 'xci'
  | 'xfincorp'
  | 'cesamard'
  | 'semeval'
  | 'validation'
  | 'vader'
  | 'mobasa'
  | 'banking77'
  | 'bitext'
  | 'airline'
  | 'germeval'
  | 'umsab-de'
  | 'sb10k'
  | 'potts'
  | 'behaviour';
