import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/lib/package-root.ts';
import { jsonSchemaText } from './json-schema.ts';

/** Run with tsx after a change of schema.ts. */
writeFileSync(join(packageRoot, 'evenhand.schema.json'), jsonSchemaText());
