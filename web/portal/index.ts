import type { ComponentType } from 'react';
import type { ResourceEntry } from '../shell/resource-entry.ts';

/**
 * What an anchor gets instead of the staff's screens: resources with views of their own, and the first
 * page. `home` is loaded lazily and exports `Home`.
 */
export const portal: {
  resources: readonly ResourceEntry[];
  home: (() => Promise<{ Home: ComponentType }>) | null;
} = {
  resources: [],
  home: null,
};
