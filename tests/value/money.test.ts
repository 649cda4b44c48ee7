import { expect, it } from 'vitest';
import { readMoney } from '../../src/value/money.js';
import { tables } from '../support/convert.js';

const all = await tables();

const amounts = (text: string, countries: string[] = []): string[] =>
  readMoney(text, all, countries).found.map(({ value }) => {
    const { currency, minimum, maximum, territory } = value;
    const range = minimum === maximum ? minimum : `${minimum}..${maximum}`;
    return `${currency} ${range}${territory ? ` in ${territory.value.name}` : ''}`;
  });

it.each([
  ['HK$15,557,580', ['HKD 15557580']],
  ['US$1.2 million', ['USD 1200000']],
  ['$25.5 million', ['USD 25500000']],
  ['$2.033 million', ['USD 2033000']],
  ['$2,225,000', ['USD 2225000']],
  ['USD$1 million', ['USD 1000000']],
  ['USD 5 million', ['USD 5000000']],
  ['5 million USD', ['USD 5000000']],
  ['₹15 crore', ['INR 150000000']],
  ['₹1,50,00,000', ['INR 15000000']],
  ['Rp 5 billion ($600,000)', ['IDR 5000000000', 'USD 600000']],
  ['$92–145 million', ['USD 92000000..145000000']],
  ['$10 million–$15 million', ['USD 10000000..15000000']],
  ['€1.5 to 2 million', ['EUR 1500000..2000000']],
  ['£250,000', ['GBP 250000']],
  ['5 million euros', ['EUR 5000000']],
  ['€12.50', ['EUR 12.5']],
  ['$10 million (estimated)', ['USD 10000000']],
  ['est. $10 million', ['USD 10000000']],
  ['$93.4 million (worldwide)', ['USD 93400000']],
  ['$7,563,728 (US)', ['USD 7563728 in United States']],
  ['$21.5 million (US and Canada)', ['USD 21500000 in United States and Canada']],
  ['¥2.1 billion (Japan), $12 million (worldwide)', ['JPY 2100000000 in Japan', 'USD 12000000']],
  ['Rs2.42 crore (Pakistan)', ['PKR 24200000 in Pakistan']],
  ['$15 million[2]', ['USD 15000000']],
  ['₹5 crore (equivalent to ₹31 crore or US$4.2 million in 2019)', ['INR 50000000']],
  ['₩17.0 billion (~US$15.5 million)', ['KRW 17000000000']],
  ['₩17.0 billion (approx. US$15.5 million)', ['KRW 17000000000']],
])('reads %j', (text, expected) => {
  expect(amounts(text)).toEqual(expected);
  expect(readMoney(text, all).unread).toEqual([]);
});

it('tells which amounts of other money it leaves out', () => {
  const text = '₹5 crore (equivalent to ₹31 crore in 2019), $2 million';
  const notes = readMoney(text, all).found.map((item) =>
    item.notes?.map(({ begin, end }) => text.slice(begin, end)),
  );
  expect(notes).toEqual([['equivalent to ₹31 crore in 2019'], []]);
});

it.each([
  ['Rs 2 crore', ['India'], ['INR 20000000']],
  ['Rs 2 crore', ['Pakistan'], ['PKR 20000000']],
  ['¥500 million', ['Japan'], ['JPY 500000000']],
  ['¥500 million', ['China'], ['CNY 500000000']],
  ['kr 31 million', ['Norway'], ['NOK 31000000']],
  ['$2 million', ['United Kingdom', 'United States'], ['USD 2000000']],
  ['$2 million', ['Canada', 'United States'], ['USD 2000000']],
  ['$2 million', ['France'], ['USD 2000000']],
  ['₤300 million', ['Italy'], ['ITL 300000000']],
])('tells whose %j are in a film of %j', (text, countries, expected) => {
  expect(amounts(text, countries)).toEqual(expected);
});

it.each([
  ['$8 million (approx.)', [], 'is qualified by "approx."'],
  ['$8,500,000 (rentals)', [], 'is qualified by "rentals"'],
  ['$4 million (opening weekend)', [], 'is qualified by "opening weekend"'],
  ['8.7 crore', ['India'], 'is no amount of money with a currency'],
  ['$395, million', [], 'is no whole amount'],
  ['over $500 million', [], 'is no amount of money with a currency'],
  ['$10+ million', [], 'is no amount of money with a currency'],
  ['$1,23', [], 'is no amount of money with a currency'],
  ['$145–92 million', [], 'is no amount of money with a currency'],
  ['Rs 2 crore', [], 'does not say which currency "Rs" is'],
  ['Rs 2 crore', ['India', 'Pakistan'], 'does not say which currency "Rs" is'],
  ['¥500 million', ['Hong Kong'], 'does not say which currency "¥" is'],
  ['$2 million', ['Canada'], 'does not say which currency "$" is'],
  ['(Japan), (worldwide)', [], 'is no amount of money with a currency'],
  ['unknown', [], 'is no amount of money with a currency'],
])('does not guess %j in a film of %j', (text, countries, reason) => {
  const { found, unread } = readMoney(text, all, countries);
  expect(found).toEqual([]);
  expect(unread.map((item) => item.reason)).toEqual([reason]);
});
