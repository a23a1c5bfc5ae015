import { describe, expect, it } from '@jest/globals';
import { readSubject } from '../../src/problems/read-subject.ts';

const read = (text: string, products: readonly string[] = []) =>
  readSubject({ brand: 'voltara', text, products, words: { identifiers: ['A4711'] }, category: 'delivery' });

describe('flights and trains that a post names', () => {
  it.each([
    ['Flug LH 1234 gestrichen', ['LH1234']],
    ['my flight LH1234 and then flight ba 0099', ['BA99', 'LH1234']],
    ['flight 382 is late, again', ['FLIGHT382']],
    ['Flug Nr. 4U8512 fiel aus', ['4U8512']],
    ['LH1234 cancelled', ['LH1234']],
    ['ICE 612 steht seit zwei Stunden, der RE-5 auch', ['ICE612', 'RE5']],
    ['ice 612 cubes', []],
    ['Bestellung 4711 ist seit 3 Wochen offen', []],
    ['called 12 times about EUR 500', []],
  ])('%s: %j', (text, journeys) => expect(read(text).journeys).toEqual(journeys));
});

describe('the subject of a complaint', () => {
  it('is its brand, its category, the order numbers that it gives, and the products that it names as whole words', () => {
    const products = ['Volt One', 'One', 'Süß-Box', 'Cargo', '!!'];
    expect(read('My VOLT-ONE is dead, and the süß box is no cargobike', products)).toEqual({
      brand: 'voltara',
      products: ['Volt One', 'One', 'Süß-Box'],
      journeys: [],
      orders: ['A4711'],
      category: 'delivery',
    });
    expect(read('the phone is done', products).products).toEqual([]);
  });
});
