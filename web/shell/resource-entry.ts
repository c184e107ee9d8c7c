import type { SvgIconComponent } from '@mui/icons-material';
import type { ComponentType } from 'react';

/** The lazily loaded half of a resource folder: `views.ts` exports any of these four names, and its extra pages. */
export type Views = Record<string, ComponentType>;
export type ViewName = 'list' | 'show' | 'create' | 'edit';

/** Where the resource stands in the menu; null keeps it out (it is reached from another screen). */
export type MenuGroup = 'people' | 'goods' | 'money' | 'settings' | null;

/**
 * What the shell must know of a resource before its screens are loaded. Each folder's `index.ts` exports
 * one (or several) of these; the screens themselves stay behind `load`, in a chunk of their own.
 */
export interface ResourceEntry {
  /** Name in the API's address and in the policy table: `anchors`. */
  name: string;
  icon: SvgIconComponent;
  group: MenuGroup;
  /** Action of the policy table that opens it, where it is not `<name>.list`. */
  action?: string;
  /** Which of the four usual pages `views.ts` exports under these names. */
  views: readonly ViewName[];
  load: () => Promise<object>;
  /** Field that names a record in titles and pickers, or a function. */
  recordRepresentation: string | ((record: Record<string, unknown>) => string);
  /** Further pages below `/<name>/`: the path as react-router writes it, and the export of `views.ts` that draws it. */
  pages?: readonly { path: string; view: string }[];
}
