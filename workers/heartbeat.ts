/** Tells an outside watch once a minute that the service lives; its silence is the alarm. */
export const startHeartbeat = (
  url: string | null,
  fetchOf: typeof fetch,
  onError: (error: Error) => void,
): (() => void) => {
  if (url === null) return () => undefined;
  const ping = (): void => {
    fetchOf(url, { signal: AbortSignal.timeout(10_000) }).then(
      (response) => void response.body?.cancel(),
      (error: unknown) => onError(error instanceof Error ? error : new Error(String(error))),
    );
  };
  ping();
  const timer = setInterval(ping, 60_000);
  return () => clearInterval(timer);
};
