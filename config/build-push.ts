import type { PushProof, PushSourceConfig } from './config.ts';
import { defaultSignatureHeader } from './defaults.ts';
import type { WrittenSource } from './schema.ts';

type WrittenPush = WrittenSource & { readonly kind: 'push' };

export const buildPush = (name: string, source: WrittenPush): PushSourceConfig => ({
  kind: 'push',
  name,
  proof: buildProof(source),
  postsPerMinute: source.posts_per_minute ?? null,
});

const buildProof = (source: WrittenPush): PushProof =>
  source.signature === 'hmac'
    ? {
        kind: 'hmac',
        secret: source.secret,
        signatureHeader: (source.signature_header ?? defaultSignatureHeader).toLowerCase(),
        timestampHeader: source.timestamp_header?.toLowerCase() ?? null,
        idHeader: source.id_header?.toLowerCase() ?? null,
      }
    : { kind: 'standard-webhooks', secret: source.secret };
