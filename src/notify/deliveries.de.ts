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
  not_teams: 'unter der Adresse antwortet eine Seite für Menschen, nicht Teams',
  teams_workflow_off: 'der Workflow ist abgeschaltet; in der App „Workflows“ von Teams wieder einschalten',
  teams_workflow_gone:
    'der Workflow wurde gelöscht; in Teams einen neuen anlegen und seine Adresse in die Umgebung schreiben',
  teams_needs_anyone:
    'der Workflow lässt niemanden allein mit der Adresse herein; in Teams „Jeder“ als Auslöser zulassen und die ganze Adresse, mit sig=, neu kopieren',
};
