import type { Message } from '../../lib/catalogue.ts';

export const enDoctor = {
  'area.program': 'Program',
  'area.configuration': 'Configuration',
  'area.record': 'Database',
  'area.queue': 'Queue',
  'area.service': 'Service',
  'area.inbox': 'Inbox',
  'area.source': 'Sources',
  'area.dead_letters': 'Could not be processed',
  'area.people': 'People',
  'area.sink': 'Helpdesks',
  'area.channel': 'Channels',
  'area.lock': 'Locks on reach-blindness',
  'program.good': 'Evenhand {version} on Node {node}',
  'program.old': 'Node {node} is too old for Evenhand {version}',
  'program.update': 'install Node 20.19 or later',
  'config.demo': 'the demo: no evenhand.yaml here and no DATABASE_URL',
  'config.write': 'write a configuration of your own with "evenhand init"',
  'config.good': '{file}: brands {brands}; sources {sources}; channels {channels}',
  'config.fault': '{fault}',
  'config.warning': '{warning}',
  'config.mend': 'mend it, then run "evenhand config check"',
  'config.token':
    'create an app at developer.x.com, copy its bearer token and write X_BEARER_TOKEN=… into .env beside evenhand.yaml',
  'record.owner': 'embedded in {directory}; no service holds it now',
  'record.joined': 'embedded in {directory}; a running service owns it and answers',
  'record.none': 'embedded in {directory}; it does not exist yet',
  'record.begin': 'start the service with "npm start", or import a file',
  'record.server': 'PostgreSQL {version} at {place}',
  'record.old': 'PostgreSQL {version} at {place} is too old',
  'record.upgrade': 'use PostgreSQL 15 or later',
  'record.empty': '{place} holds no tables of Evenhand yet',
  'record.down': '{reason}',
  'record.start': 'until it answers, nothing below it can be looked at',
  'queue.record': 'wake-ups travel through the same database; no Redis is configured',
  'queue.redis': 'Redis {version} at {place}',
  'queue.old': 'Redis {version} at {place} is too old',
  'queue.upgrade': 'use Redis 7 or later, or Valkey',
  'queue.evicts': 'Redis at {place} may throw jobs away (maxmemory-policy {policy})',
  'queue.noeviction':
    'set maxmemory-policy noeviction; nothing is lost, but the sweep has to find what is thrown away',
  'queue.down': 'Redis at {place} does not answer: {reason}',
  'queue.start': 'start it or correct REDIS_URL',
  'service.none': 'no service is running',
  'service.begin': 'start it with "npm start"',
  'service.one': '{stages}, since {since}, version {version}',
  'service.lacking': 'no process runs {stages}',
  'service.stages': 'start one with "npm start -- --stages {stages}"',
  'inbox.empty': 'nothing waits to be decided',
  'inbox.some': { one: '{count} post waits to be decided', other: '{count} posts wait to be decided' },
  'inbox.late': {
    one: '{count} post waits to be decided, since {age}',
    other: '{count} posts wait to be decided, the oldest since {age}',
  },
  'inbox.help': 'run another process with "npm start -- --stages triage"',
  'source.none': 'none is configured; files are imported with "evenhand import"',
  'get.push':
    'agree on a secret with whoever sends (echo "whsec_$(openssl rand -base64 24)" makes one) and write {name}=… into .env beside evenhand.yaml',
  'get.whsec':
    'make one that begins with whsec_ and give it to whoever sends, or say signature: hmac if they sign in their own way',
  'get.mastodon':
    'on the instance, under Preferences and Development, make an application with read:statuses and read:search, copy its access token and write {name}=… into .env beside evenhand.yaml',
  'get.discourseHook':
    'in the forum: Admin, API, Webhooks, New Webhook; choose a secret there of at least 12 characters and write {name}=… into .env',
  'get.apiKey':
    'of a Discourse forum: ask an admin for an API key that may read; of YouTube: make a project at console.cloud.google.com, enable the YouTube Data API v3 there and create an API key; then write {name}=… into .env beside evenhand.yaml',
  'get.play':
    'make a service account with a JSON key at console.cloud.google.com, enable the Google Play Android Developer API there, invite the account in the Play Console with the right to reply to reviews, and write NAME=$(base64 -w0 key.json) into .env beside evenhand.yaml, as one line',
  'get.appStore':
    'make an API key with the role Customer Support under Users and Access, Integrations, in App Store Connect, download its .p8 file once, and write NAME=$(base64 -w0 AuthKey.p8) into .env beside evenhand.yaml, as one line; key_id and issuer_id stand beside the key',
  'get.reddit':
    'read the Responsible Builder Policy (support.reddithelp.com/hc/en-us/articles/42728983564564), ask for access to the Data API with what you read and why, and write approved: true beside kind: reddit only when Reddit said yes; commercial use needs a contract with Reddit',
  'get.redditApp':
    'after Reddit approved, make an app of the type "script" at reddit.com/prefs/apps, copy its id and secret and write {name}=… into .env beside evenhand.yaml',
  'get.webhook':
    'make a secret with echo "whsec_$(openssl rand -base64 24)", give it to the receiver and write {name}=… into .env beside evenhand.yaml',
  'get.slackBot':
    'make an app at api.slack.com/apps, give it the bot scope chat:write, install it, invite it to the channel, and write its bot token (xoxb-…) as NAME=… into .env beside evenhand.yaml',
  'get.pagerDuty':
    'add the integration "Events API V2" to a service in PagerDuty, copy its integration key and write it as NAME=… into .env beside evenhand.yaml',
  'get.mail':
    'ask who runs your mail server for user and password, and write {name}=… into .env beside evenhand.yaml; a server that needs none: leave user and password out',
  'get.address': 'copy the address from the receiver and write {name}=… into .env beside evenhand.yaml',
  'source.file': '{source} is a file, imported by hand',
  'source.import': 'evenhand import reads it',
  'source.fileMissing': '{source} is a file that is not there: {path}',
  'source.bring': 'put the file there or correct its path, then import it',
  'push.good': '{source}: last pushed {age} ago, {read} read, {kept} kept',
  'push.never': '{source}: nothing was pushed so far',
  'push.standard':
    'tell the sender to POST to {address} and to sign by Standard Webhooks (webhook-id, webhook-timestamp, webhook-signature) with the same secret; the address of this machine and TLS are for your proxy',
  'push.hmac':
    'tell the sender to POST to {address} with the HMAC-SHA256 of the body in {header}; the address of this machine and TLS are for your proxy',
  'push.hmacTimed':
    'tell the sender to POST to {address} with unix seconds in {time} and the HMAC-SHA256 of seconds, dot and body in {header}; the address of this machine and TLS are for your proxy',
  'webmention.good': '{source}: a page was last verified {age} ago, {read} read, {kept} kept',
  'webmention.never': '{source}: no Webmention was verified so far',
  'webmention.name':
    'put <link rel="webmention" href="{address}"> into the pages of {site}; the address of this machine and TLS are for your proxy',
  'source.good': '{source}: read {age} ago, {read} read, {kept} kept',
  'source.never': '{source} was never read',
  'source.stale': '{source} was last read {age} ago: {reason}',
  'source.unknown': 'no reason is known',
  'source.off': '{source} is switched off: {reason}',
  'source.unread': '{source} could not be read so far: {reason}',
  'source.poll': 'when that is mended: evenhand poll {source}',
  'source.again':
    'a running service tries again by itself; when it is mended, "evenhand poll {source}" does at once',
  'source.start': 'a running service reads it, or "evenhand poll {source}" does',
  'source.silent':
    '{source} answers, but has told nothing for {age}; something was to be expected {late} ago',
  'source.look': 'look whether its address, words and rights still hold: evenhand poll {source} --dry-run',
  'push.look':
    'ask whoever sends {source} whether it still does, and whether it is refused (docs/operation.md)',
  'source.threads': 'threads of {source} could not be looked at: {reason}',
  'source.gap': '{source} may have missed something: {reason}',
  'quota.units': '{source}: {used} of {limit} units used',
  'quota.requests': '{source}: {used} of {limit} requests used',
  'quota.unitsUntil': '{source}: {used} of {limit} units used; counted anew in {wait}',
  'quota.requestsUntil': '{source}: {used} of {limit} requests used; counted anew in {wait}',
  'dead.none': 'nothing',
  'dead.some': { one: '{count} mention, since {age}', other: '{count} mentions, the oldest since {age}' },
  'dead.look': 'evenhand dead-letters list',
  'people.uncleared': {
    one: '{count} waiting case needs the clearance {clearance}, which nobody holds',
    other: '{count} waiting cases need the clearance {clearance}, which nobody holds',
  },
  'people.clear': 'give it to somebody under people in evenhand.yaml: nobody else is handed these cases',
  'channel.good': { one: '{count} channel, none switched off', other: '{count} channels, none switched off' },
  'channel.off': '{channel} is switched off: {reason}',
  'channel.mend':
    'mend it at the receiver, in .env or in evenhand.yaml, then start the service again; what waits is sent then',
  'channel.refused': '{channel} is not called: its address leads into your own network',
  'channel.allow':
    'add its host:port to network.allow in evenhand.yaml, then start the service again; what waits is sent then',
  'channel.late': {
    one: '{count} message to {channel} was not delivered yet, since {age}',
    other: '{count} messages to {channel} were not delivered yet, the oldest since {age}',
  },
  'channel.wait': 'they are sent again by themselves; look whether {channel} answers',
  'channel.waitFor': '{reason}; they are sent again by themselves',
  'lock.tests':
    'locks 1 (types), 2 (imports), 4 (payloads) and 5 (behaviour) are proven by the tests of this version',
  'lock.closed': 'lock 3 (tables and roles) is closed',
  'lock.open': 'lock 3 is open: {reason}',
  'lock.close': 'run the statements below as a login that may create roles, then start the service again',
  'lock.look': 'take the right away again; "evenhand doctor" then says that the lock is closed',
  'replay.none': 'no night has decided a sample of cases again so far',
  'replay.same': {
    one: '{count} post of cases drawn by lot was decided again {age} ago: {same} the same, {untold} cannot be told',
    other:
      '{count} posts of cases drawn by lot were decided again {age} ago: {same} the same, {untold} cannot be told',
  },
  'replay.differs': {
    one: '{count} post came out differently when it was decided again {age} ago: {cases}',
    other: '{count} posts came out differently when they were decided again {age} ago: {cases}',
  },
  'replay.look': 'evenhand verify {first}',
  'sink.never': '{sink} was told nothing so far: no service has started with it',
  'sink.start': 'start the service, with the stage notify',
  'sink.off': 'helpdesk {sink} is switched off: {reason}',
  'sink.mend': 'mend it in evenhand.yaml or there, then: evenhand sinks retry {sink} --all',
  'sink.late': {
    one: 'helpdesk {sink}: {count} call waits since {age}: {reason}',
    other: 'helpdesk {sink}: {count} calls wait, the oldest since {age}: {reason}',
  },
  'sink.failed': {
    one: 'helpdesk {sink}: {count} call was given up: {reason}',
    other: 'helpdesk {sink}: {count} calls were given up: {reason}',
  },
  'sink.retry': 'evenhand sinks list {sink} --failed, then evenhand sinks retry {sink} --all',
  'sink.notRecalled': {
    one: 'helpdesk {sink} keeps {count} note with words that should be gone',
    other: 'helpdesk {sink} keeps {count} notes with words that should be gone',
  },
  'sink.byHand': 'delete them there by hand: evenhand sinks list {sink} --not-recalled',
  'sink.good': { one: 'helpdesk {sink}: {count} ticket', other: 'helpdesk {sink}: {count} tickets' },
  'sum.good': 'Everything is in order.',
  'sum.warn': {
    one: 'Nothing is broken; {count} thing is worth a look.',
    other: 'Nothing is broken; {count} things are worth a look.',
  },
  'sum.fail': { one: '{count} thing needs you.', other: '{count} things need you.' },
} as const satisfies Record<string, Message>;
