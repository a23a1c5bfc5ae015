/** Keys of sources and channels whose values stand in the environment alone. */
export const secretKeys: readonly string[] = [
  'secret',
  'token',
  'api_key',
  'client_secret',
  'private_key',
  'service_account',
  'routing_key',
  'former_secret',
  'password',
];
