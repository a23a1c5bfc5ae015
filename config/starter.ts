import type { CatalogueLanguage } from '../src/lib/catalogue.ts';

/** What `evenhand init` writes: it loads as it stands, and everything else is there to be uncommented; alerts speak `language`. */
export const starterConfig = (
  language: CatalogueLanguage,
): string => `# yaml-language-server: $schema=./evenhand.schema.json
#
# What Evenhand listens for, where, and whom it tells. Check it with: evenhand config check
# Secrets do not stand here: put them into .env beside this file and write \${NAME}.

brands:
  acme:                                # a short name of your own; it stands in every command
    names: [Acme]                      # found in compounds too: Acme-Hotline, #AcmeFail, Acmes
    handles: [acme, acme_help]         # mentions of these accounts, with or without @
    # phrases: [Acme Cloud Phone]      # other words that mean you, found as they stand
    # exclusions:
    #   phrases: [Acme Looniversity]   # a post with one of these is about something else
    #   authors: [acme_price_bot]      # never kept; the only place that may name authors
    languages: [en, de]                # posts in other languages go to the review list
    timezone: Europe/Berlin
    hours:                             # when people answer; a day left out is closed
      mon: 09:00-17:00
      tue: 09:00-17:00
      wed: 09:00-17:00
      thu: 09:00-17:00
      fri: 09:00-17:00
      # sat: 10:00-14:00
    # holidays: [DE-BY, 2026-12-24]    # no business days: a region's public holidays, and dates
    accounts:                          # your own accounts: their posts never open cases
      support: [acme_help]             # a public reply of these counts as the answer
      brand: [acme]
      # executives: [acme_ceo]         # what they promise or refuse is marked, and closes nothing
      # staff: [jo_from_acme]
    on_call: [Duty manager]            # who hears of danger to people, at once
    # sla:                             # these are the defaults, for the first and for the next answer
    #   critical: 1h                   # by the clock, day and night
    #   high: 4h
    #   medium: 1 business day         # in the hours above
    #   low: 3 business days
    #   resolution: { critical: 2d }   # warns, never orders the queue; no default

sources: {}
  # owners-blog:
  #   kind: feed                       # RSS, Atom or JSON Feed
  #   url: https://forum.example/latest.rss
  #   comments: true                   # read the comments under its entries too
  #   poll_minutes: 15
  # x:
  #   kind: x                          # needs X_BEARER_TOKEN in .env
  #   budget_usd_per_day: 5            # reading stops for the day when it is used up
  #   mentions: ["12345678"]           # numbers of your accounts, in quotes
  # survey:
  #   kind: file                       # NDJSON or CSV
  #   path: ./survey.csv
  #   map: { text: Comment, at: Date, author: Customer }

# people:                              # who works here; the key is the name under which somebody acts
#   kim: { roles: [agent], reports_to: lea }
#   lea: { roles: [support_lead], clearances: [danger, staff_conduct] }

# guard:                               # your systems ask before they cancel, suspend, deny or reprice (docs/guard.md)
#   secret: \${GUARD_SECRET}           # whsec_…; POST /hooks/adverse-actions is signed with it
#   random_share: 0.05                 # of clean actions that need a second approval too

# escalation:                          # docs/escalation.md
#   chains:
#     late:
#       when: { breached: 1, severity: [critical, high] }
#       steps: [{ notify: { channel: console } }, { wait: 1h }, { round_robin: [kim, lea] }, { repeat: 2 }]
#   executive: { weekly_quota: 5, answer_within: 7d }

# danger:                              # what is done comes with texts of ours; write your own
#   person_at_risk:
#     on_call_channels: [console]
#     protocol: { en: "Call the duty doctor first: 4711", de: "Zuerst die Bereitschaft anrufen: 4711" }
# routing:                             # which team works which case; never how soon
#   regions: { dach: [owners-blog] }
#   rules: [{ name: parcels, state: background, match: { category: delivery }, team: parcels-de, quota_per_day: 200 }]

# acknowledgement:                     # one text for all, one a language; you send it
#   en: Thank you for telling us. We have read this and are looking into it.
#   de: Danke, dass Sie uns das sagen. Wir haben es gelesen und gehen dem nach.

# network:
#   allow: [forum.intern:8080]         # feeds and webhooks on your own network, refused otherwise

channels:
  console: { kind: console, audience: [leads, on_call], language: ${language} }
  # leads:
  #   kind: slack
  #   url: \${SLACK_WEBHOOK_URL}
  #   audience: leads                  # leads: alerts; on_call: danger; comms: the digest
  #   language: de
  #   group_by: [brand, severity]
  #   group_interval: 5m
  #   repeat_interval: 4h
  # desk:
  #   kind: slack-bot                  # threads, and messages that follow their cases
  #   token: \${SLACK_BOT_TOKEN}
  #   channel: C0123456789
  # duty:
  #   kind: teams                      # a workflow "When a Teams webhook request is received"
  #   url: \${TEAMS_WORKFLOW_URL}
  #   audience: on_call
  # pager:
  #   kind: pagerduty                  # wakes whoever is on call
  #   routing_key: \${PAGERDUTY_ROUTING_KEY}
  #   audience: on_call
  # mail:
  #   kind: email
  #   host: smtp.example.com
  #   user: evenhand
  #   password: \${SMTP_PASSWORD}
  #   from: Evenhand <evenhand@example.com>
  #   to: [desk@example.com]
  # press-team:
  #   kind: webhook                    # signed as in standardwebhooks.com
  #   url: https://intranet.example/evenhand
  #   secret: \${WEBHOOK_SECRET}
  #   audience: comms                  # comms alone hears of reach, so it shares no channel

# sinks:                               # helpdesks in which tickets of cases are opened and followed
#   helpdesk:
#     kind: zendesk                    # or zammad, chatwoot, freshdesk, jira
#     base_url: https://acme.zendesk.com
#     user: evenhand@acme.example
#     token: \${ZENDESK_TOKEN}
#     severities: [high, critical]     # all by default; danger and disputes never go there
#     follow: poll                     # or webhook, with webhook_secret

# digest:
#   at: "07:00"                        # in each brand's timezone
#   dir: ./data/digests
#   channel: press-team

# retention:                           # days
#   posts_without_case_days: 30
#   exact_counts_days: 30              # then follower counts become bands
#   closed_cases_days: 365
#   contacts_days: 90                  # your own log of calls and tickets
#   tombstone_days: 35                 # ids of deleted posts; keep them longer than any backup
#   ledger: ./erasures.ndjson          # where erasures are noted, beside the backups

# http:
#   host: 127.0.0.1                    # 0.0.0.0 opens it to the network
#   port: 8080
#   trusted_proxies: [10.0.0.0/8]      # whose X-Forwarded-For is believed
`;
