import { expect, test } from 'playwright/test';
import { findPackage } from './script-packages';

test('each script has a package, and Chinese characters that of their language', () => {
  const cases = [
    ['組', '組版について', 'en', 'noto-serif-jp'],
    ['組', '組版', 'ja', 'noto-serif-jp'],
    ['排', '排版', 'zh-Hans', 'noto-serif-sc'],
    ['排', '排版', 'en', 'noto-serif-sc'],
    ['排', '排版', 'zh-Hant', 'noto-serif-tc'],
    ['排', '排版', 'zh-TW', 'noto-serif-tc'],
    ['版', '版 한국어', 'en', 'noto-serif-kr'],
    ['「', '「引用」', 'zh-HK', 'noto-serif-tc'],
    ['국', '한국어', 'ko', 'noto-serif-kr'],
    ['م', 'مرحبا', 'ar', 'noto-naskh-arabic'],
    ['ש', 'שלום', 'he', 'noto-serif-hebrew'],
    ['ა', 'ქართული', 'ka', 'noto-serif-georgian'],
    ['🦀', 'Rust 🦀', 'en', 'noto-emoji'],
    ['👩‍💻', '👩‍💻', 'en', 'noto-emoji'],
    ['🇫🇷', '🇫🇷', 'fr', 'noto-emoji'],
    ['❤️', '❤️', 'en', 'noto-emoji'],
    ['∀', '∀x', 'en', 'stix-two-math'],
    ['ℝ', 'ℝ', 'en', 'noto-serif'],
    ['⌘', '⌘', 'en', 'noto-sans-symbols-2'],
  ] as const;
  const found = cases.map(([character, text, language]) => findPackage(character, text, language));
  expect(found).toEqual(cases.map((row) => row[3]));
});
