import type { Catalogue } from '../lib/catalogue.ts';
import type { DeliveryMessage } from './deliveries.en.ts';

export const de: Catalogue<DeliveryMessage> = {
  http: 'er antwortet mit {status}',
  http_401: 'die Adresse oder der Schlüssel wird dort nicht angenommen (401)',
  http_403: 'es wird dort nicht erlaubt (403)',
  http_404: 'unter der Adresse antwortet nichts mehr (404)',
  http_410: 'der Empfänger sagt, er sei für immer fort (410)',
  http_413: 'die Nachricht ist dort zu groß (413)',
  http_429: 'der Empfänger will seltener angerufen werden (429)',
  network: 'keine Verbindung dorthin',
  timeout: 'keine Antwort zur rechten Zeit',
  stopped: 'der Dienst wurde während des Anrufs angehalten',
  address_refused: 'die Adresse führt ins eigene Netz und wird nicht angerufen',
  channel_not_configured: 'er steht nicht mehr in evenhand.yaml',
  write_failed: 'das Terminal nahm nichts an',
  not_slack: 'unter der Adresse antwortet eine Seite für Menschen, nicht Slack',
  pagerduty_invalid_key: 'PagerDuty kennt keine Integration mit diesem Schlüssel; beim Service neu kopieren',
  pagerduty_invalid_event: 'PagerDuty kann das Ereignis nicht lesen; bitte melden',
  not_pagerduty: 'unter der Adresse antwortet eine Seite für Menschen, nicht PagerDuty',
  slack_invalid_auth:
    'Slack nimmt das Token nicht an; auf der Seite „OAuth & Permissions“ der App neu kopieren',
  slack_not_authed: 'Slack sah kein Token; nachsehen, ob seine Variable leer ist',
  slack_account_inactive: 'der Bot wurde aus Slack entfernt; seine App neu installieren',
  slack_token_revoked: 'das Token wurde widerrufen; die App neu installieren und das neue kopieren',
  slack_token_expired:
    'das Token ist abgelaufen; die Token-Rotation der App abschalten oder ein neues kopieren',
  slack_missing_scope:
    'der Bot darf nicht schreiben; seiner App den Scope chat:write geben und sie neu installieren',
  slack_not_allowed_token_type: 'das ist kein Bot-Token; dasjenige kopieren, das mit xoxb- beginnt',
  slack_no_permission: 'der Bot darf dort nicht schreiben; mit /invite in den Channel einladen',
  slack_channel_not_found:
    'Slack zeigt dem Bot keinen solchen Channel; die Kennung berichtigen oder den Bot einladen, falls der Channel privat ist',
  slack_not_in_channel: 'der Bot ist nicht Mitglied des Channels; dort mit /invite einladen',
  slack_is_archived: 'der Channel wurde archiviert; wiederherstellen oder einen anderen nennen',
  slack_channel_is_archived:
    'der Channel wurde archiviert; wiederherstellen oder einen neuen Webhook anlegen',
  slack_no_service:
    'der Webhook wurde aus Slack entfernt; einen neuen anlegen und seine Adresse in die Umgebung schreiben',
  slack_restricted_action:
    'eine Einstellung des Workspace verbietet dem Bot zu schreiben; die Verwaltung fragen',
  slack_restricted_action_read_only_channel:
    'der Channel ist schreibgeschützt; dem Bot das Schreiben erlauben oder einen anderen nennen',
  slack_restricted_action_thread_only_channel:
    'der Channel nimmt nur Antworten in Threads an; einen anderen nennen',
  slack_team_access_not_granted: 'die App ist in diesem Workspace nicht zugelassen; dort zulassen',
  slack_ekm_access_denied: 'die Verwaltung des Workspace hat das Schreiben ausgesetzt',
  slack_access_denied: 'Slack lässt die App nicht an den Channel; dort zulassen',
  slack_team_not_found: 'Slack findet den Workspace nicht; den Channel mit seiner Kennung nennen',
  slack_enterprise_is_restricted:
    'Slack lässt eine Enterprise-Organisation dies nicht aufrufen; die App in einem Workspace installieren',
  slack_messages_tab_disabled: 'die App nimmt keine Direktnachrichten an; einen Channel nennen',
  slack_two_factor_setup_required: 'der Workspace verlangt eine Anmeldung mit zwei Faktoren; sie einrichten',
  slack_accesslimited: 'Slack ist aus diesem Netz nicht erreichbar; die Verwaltung des Workspace fragen',
  slack_rate_limited: 'Slack will seltener angerufen werden',
  slack_request_timeout: 'Slack erhielt die Nachricht nicht ganz',
  slack_team_added_to_org: 'der Workspace zieht gerade um; so lange ist Slack für ihn gestört',
  slack_org_login_required: 'der Workspace zieht gerade um; so lange ist Slack für ihn gestört',
  slack_no_text: 'Slack kann die Nachricht nicht lesen; bitte melden',
  slack_invalid_blocks_format: 'Slack kann die Nachricht nicht lesen; bitte melden',
  slack_invalid_arguments: 'Slack kann die Nachricht nicht lesen; bitte melden',
  slack_ratelimited: 'Slack will seltener angerufen werden',
  slack_message_limit_exceeded: 'der Workspace hat seine Höchstzahl an Nachrichten erreicht',
  slack_internal_error: 'Slack hatte einen eigenen Fehler',
  slack_fatal_error: 'Slack hatte einen eigenen Fehler',
  slack_service_unavailable: 'Slack ist gerade gestört',
  slack_msg_too_long: 'Slack findet die Nachricht zu lang',
  slack_msg_blocks_too_long: 'Slack findet die Nachricht zu lang',
  slack_invalid_blocks: 'Slack kann die Nachricht nicht lesen; bitte melden',
  slack_message_not_found: 'die Nachricht wurde in Slack gelöscht',
  slack_edit_window_closed: 'der Workspace lässt niemanden eine so alte Nachricht ändern',
  slack_cant_update_message: 'Slack lässt den Bot die Nachricht nicht ändern',
  not_teams: 'unter der Adresse antwortet eine Seite für Menschen, nicht Teams',
  teams_workflow_off: 'der Workflow ist abgeschaltet; in der App „Workflows“ von Teams wieder einschalten',
  teams_workflow_gone:
    'der Workflow wurde gelöscht; in Teams einen neuen anlegen und seine Adresse in die Umgebung schreiben',
  teams_needs_anyone:
    'der Workflow lässt niemanden allein mit der Adresse herein; in Teams „Jeder“ als Auslöser zulassen und die ganze Adresse, mit sig=, neu kopieren',
  smtp_greeting: 'der Mailserver lässt uns nicht beginnen ({status}); fragen, wer ihn betreibt',
  smtp_tls:
    'der Mailserver bietet keine Verschlüsselung an; mit tls: none gehen Briefe ohne, wo kein Passwort nötig ist',
  smtp_certificate:
    'dem Zertifikat des Mailservers wird nicht getraut; dort richten oder seine Stelle in NODE_EXTRA_CA_CERTS nennen',
  smtp_login: 'der Mailserver nimmt user und password nicht an ({status}); beide neu kopieren',
  smtp_no_login:
    'der Mailserver bietet keine Anmeldung an, die hier bekannt ist; user und password weglassen, wenn er keine braucht',
  smtp_sender:
    'der Mailserver lässt diesen Absender nicht schreiben ({status}); from, user oder die Rechte dort berichtigen',
  smtp_recipients: 'der Mailserver kennt die Empfänger nicht ({status}); to berichtigen',
  smtp_message: 'der Mailserver nimmt diesen Brief nicht an ({status})',
};
