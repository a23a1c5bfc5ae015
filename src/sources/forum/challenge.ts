/** What tells a page that wants to see a browser: it is reported, and never evaded. */
export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Cloudflare says so in a header, whatever kind of challenge it is; others are told by what their pages load. */
export const isChallenge = ({ status, headers, text }: Shown): boolean => {
  if (headers.get('cf-mitigated')?.toLowerCase() === 'challenge') return true;
  if (!isHtml(headers, text)) return false;
  return status === 403 || marks.test(text.slice(0, LOOKED_AT));
};

const LOOKED_AT = 50_000;

const isHtml = (headers: Headers, text: string): boolean =>
  /html/i.test(headers.get('content-type') ?? '') || /^\s*<(?:!doctype html|html)/i.test(text);

const marks = new RegExp(
  [
    '/cdn-cgi/challenge-platform/',
    '_cf_chl_opt',
    'cf-browser-verification',
    'ddos-guard',
    'sucuri_cloudproxy',
    '_incapsula_resource',
    'within\\.website/x/cmd/anubis',
    'px-captcha',
    'captcha-delivery\\.com',
    'www\\.google\\.com/recaptcha',
    'hcaptcha\\.com/1/api\\.js',
  ].join('|'),
  'i',
);
