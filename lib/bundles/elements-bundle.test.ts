import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { keepEnvironment } from '../../scripts/keep-environment';
import { elementsPath } from '../urls';
import { getElementsBundle, getElementsPath, LATEST_ELEMENTS } from './elements-bundle';
import { getSearchScript } from './search-script';

keepEnvironment();

/** Of the 4096 bytes that all scripts of a page may take, the rest is for what is written into the page. */
const BUDGET = 3840;

const { name, path, code } = getElementsBundle();

test('the script of the elements is small', () => {
  const gzip = gzipSync(code, { level: 9 }).length;
  const brotli = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  expect(gzip).toBeLessThanOrEqual(BUDGET);
  expect(brotli).toBeLessThanOrEqual(BUDGET);
});

test('what readers can do adds little to it', () => {
  const size = (parts: string) => {
    process.env.READERS = parts;
    return brotliCompressSync(getElementsBundle().code).length;
  };
  expect(size('comments thanks reads') - size('')).toBeLessThanOrEqual(1024);
});

test('its name says what is in it, and pages name the same', () => {
  expect(name).toMatch(/^[0-9a-f]{12}\.js$/);
  expect(path).toBe(`/elements/${name}`);
  Object.assign(process.env, { NODE_ENV: 'production' });
  expect(getElementsPath()).toBe(path);
  expect(getElementsBundle()).toEqual({ name, path, code });
});

test('in development its name stays, whatever it holds', () => {
  expect(getElementsPath()).toBe(elementsPath(LATEST_ELEMENTS));
});

test('it needs no exception from a strict policy', () => {
  expect(code).not.toMatch(/\beval\b|\bFunction\(/);
  expect(code).not.toMatch(/\.style\b|cssText|["'`]style["'`]|<style/);
  expect(code).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/);
});

test('it loads nothing but the search, from where this site has it', () => {
  expect([...code.matchAll(/\bimport\(([^)]*)\)/g)].map(([, address = '']) => JSON.parse(address))).toEqual([
    getSearchScript().path,
  ]);
});

test('it leaves pages fit to be kept for the way back', () => {
  expect(code).not.toMatch(/unload/);
});
