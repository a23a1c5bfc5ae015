import type { RegisterCommand } from './command.ts';
import { jsonText } from './desk-options.ts';
import { examples } from './help.ts';

export const registerOpenApi: RegisterCommand = (program, act) => {
  program
    .command('openapi')
    .description('print the OpenAPI 3.1 document of the HTTP API')
    .addHelpText(
      'after',
      examples(
        ['evenhand openapi > evenhand-openapi.json', "evenhand openapi | jq -r '.paths | keys[]'"],
        ['A running service answers the same at /api/v1/openapi.json.'],
      ),
    )
    .action(() =>
      act(async (app) => {
        const { describeApi } = await import('../http/api/describe-api.ts');
        app.io.out(jsonText(await describeApi(app.version)));
        return undefined;
      }),
    );
};
