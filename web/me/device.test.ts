import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

it('names browser and system, and nothing it does not know', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  const phone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 MicroMessenger/8.0 Safari/604.1';
  expect(deviceOf(windows)).toBe('Chrome · Windows');
  expect(deviceOf(phone)).toBe('WeChat · iOS');
  expect(deviceOf('curl/8')).toBeUndefined();
  expect(deviceOf(null)).toBeUndefined();
});
