import type { XmlReader } from './read-xml.ts';

/** What a paragraph or run style adds to the text: a list, or hiding it. */
interface Style {
  basedOn?: string;
  listId?: string;
  level?: number;
  isHidden?: boolean;
}

export interface Styles {
  byId: Map<string, Style>;
  /** Paragraphs that name no style have this one. */
  defaultParagraph?: string;
}

export function readStyles(into: Styles): XmlReader {
  let style: Style | undefined;
  let changes = 0;
  return {
    open: (name, attributes) => {
      if (name.endsWith('PrChange')) changes++;
      if (changes > 0) return;
      const { val } = attributes;
      if (name === 'style') {
        style = {};
        into.byId.set(attributes.styleId ?? '', style);
        const isDefault = attributes.default === '1' || attributes.default === 'true';
        if (isDefault && attributes.type === 'paragraph') into.defaultParagraph = attributes.styleId;
      }
      if (style === undefined) return;
      if (name === 'basedOn') style.basedOn = val;
      if (name === 'numId') style.listId = val;
      if (name === 'ilvl') style.level = Number(val);
      if (name === 'vanish') style.isHidden = isOn(val);
    },
    close: (name) => {
      if (name.endsWith('PrChange')) changes--;
      if (name === 'style') style = undefined;
    },
  };
}

/** A property of a style or of the nearest one it is based on. */
export function styleProperty<Name extends 'listId' | 'level' | 'isHidden'>(
  styles: Styles,
  id: string | undefined,
  name: Name,
): { value: Style[Name]; style: string } | undefined {
  let at = id;
  // a circle of styles ends here too
  for (let step = 0; at !== undefined && step < 20; step++) {
    const style = styles.byId.get(at);
    if (style?.[name] !== undefined) return { value: style[name], style: at };
    at = style?.basedOn;
  }
  return undefined;
}

/** A Word switch is on when it stands there without a value. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(0|false|off)$/i.test(value);
}
