/**
 * Words of French, Spanish, Italian and Portuguese that no phrase holds, though one is told from another by two letters:
 * mended, what was delivered ("livré") would be a liver, a bill ("facture") a fracture. Met in posts of these languages.
 */
const words = `livre livrer ordre facture qualite billets ministre investir capter changer chauffer couter souvent sauvage
  favorise inventer monter interets anguille siete directo camino alegria propone decente entrada traves decida atrasada
  negocio ventilador factura pecado crema suele seguido seguida vender tenes fingen salta armonia agenzia disperate perdeu
  carinho esposa infantis serei termos`;

const all: ReadonlySet<string> = new Set(words.split(/\s+/));

/** A real word of a language whose words nobody listed: it stays as it is written. */
export const isOfOtherLanguage = (folded: string): boolean => all.has(folded);
