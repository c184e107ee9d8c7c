import path from 'node:path';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import { ean13Bars } from './ean13-bars.ts';

export interface Label {
  name: string;
  brand: string;
  netContent: string;
  ingredients: string;
  filingNumber: string;
  maker: string;
  batch: string;
  gtin: string;
}

/** How a phone was held: turned by degrees, moved by pixels, as light as the room was. */
export interface Pose {
  turn: number;
  x: number;
  y: number;
  light: number;
}

export const PHOTO = { width: 900, height: 1200 };
const LABEL = { width: 640, height: 900 };
/** Where batch and dates are printed on the back, in the label's own pixels. */
const PRINTED = { x: 40, y: 790, width: 330, height: 80 };

const FONT = 'Demo Label';
const INK = '#22302a';

/** A photo of one side of a bottle's label, drawn: JPEG bytes, and where the label and its printed zone lie in it. */
export function drawLabelPhoto(side: 'front' | 'back', label: Label, pose: Pose) {
  registerFont();
  const canvas = createCanvas(PHOTO.width, PHOTO.height);
  const context = canvas.getContext('2d');
  const table = context.createLinearGradient(0, 0, PHOTO.width, PHOTO.height);
  table.addColorStop(0, shade(186, pose.light));
  table.addColorStop(1, shade(128, pose.light));
  context.fillStyle = table;
  context.fillRect(0, 0, PHOTO.width, PHOTO.height);
  context.translate(PHOTO.width / 2 + pose.x, PHOTO.height / 2 + pose.y);
  context.rotate((pose.turn * Math.PI) / 180);
  context.translate(-LABEL.width / 2, -LABEL.height / 2);
  context.fillStyle = shade(246, pose.light);
  context.fillRect(0, 0, LABEL.width, LABEL.height);
  if (side === 'front') drawFront(context, label);
  else drawBack(context, label);
  return {
    bytes: canvas.toBuffer('image/jpeg', 88),
    outline: cornersOf({ x: 0, y: 0, ...LABEL }, pose),
    variableZones: side === 'back' ? [cornersOf(PRINTED, pose)] : [],
  };
}

function drawFront(context: SKRSContext2D, { name, brand, netContent }: Label): void {
  context.fillStyle = '#4e8a6b';
  context.fillRect(0, 0, LABEL.width, 150);
  context.fillRect(40, 560, 560, 6);
  write(context, brand, 40, 100, 64, '#ffffff');
  write(context, name, 40, 300, 62);
  write(context, 'CENTELLA SOOTHING SERUM', 40, 370, 34);
  context.beginPath();
  context.arc(320, 470, 52, 0, Math.PI * 2);
  context.fillStyle = '#8fbf9f';
  context.fill();
  write(context, `净含量 ${netContent}`, 40, 680, 56);
  write(context, '舒缓 · 保湿 · 日夜可用', 40, 780, 36);
}

function drawBack(context: SKRSContext2D, label: Label): void {
  const lines = [
    `品名：${label.name}`,
    `全成分：${label.ingredients}`,
    `净含量：${label.netContent}`,
    `备案编号：${label.filingNumber}`,
    `生产企业：${label.maker}`,
    '保质期：36个月　请置于阴凉干燥处',
  ];
  for (const [at, line] of lines.entries()) write(context, line, 40, 90 + at * 62, 31);
  drawBars(context, label.gtin, 90, 500);
  write(context, `批号 ${label.batch}`, PRINTED.x + 10, PRINTED.y + 54, 34, '#555555');
}

function drawBars(context: SKRSContext2D, gtin: string, x: number, y: number): void {
  const module = 4.5;
  context.fillStyle = '#ffffff';
  context.fillRect(x - 50, y - 12, 95 * module + 100, 230);
  context.fillStyle = '#000000';
  for (const [at, bit] of [...ean13Bars(gtin)].entries())
    if (bit === '1') context.fillRect(x + at * module, y, module, 170);
  write(context, gtin, x + 60, y + 208, 32, '#000000');
}

function write(context: SKRSContext2D, text: string, x: number, y: number, size: number, ink = INK): void {
  context.font = `${size}px "${FONT}"`;
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function cornersOf(
  box: { x: number; y: number; width: number; height: number },
  pose: Pose,
): [number, number][] {
  const [sin, cos] = [Math.sin((pose.turn * Math.PI) / 180), Math.cos((pose.turn * Math.PI) / 180)];
  const place = (x: number, y: number): [number, number] => {
    const [fromMiddleX, fromMiddleY] = [x - LABEL.width / 2, y - LABEL.height / 2];
    return [
      Math.round(PHOTO.width / 2 + pose.x + fromMiddleX * cos - fromMiddleY * sin),
      Math.round(PHOTO.height / 2 + pose.y + fromMiddleX * sin + fromMiddleY * cos),
    ];
  };
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  return [place(box.x, box.y), place(right, box.y), place(right, bottom), place(box.x, bottom)];
}

const shade = (grey: number, light: number): string => {
  const level = Math.min(255, Math.round(grey * light));
  return `rgb(${level}, ${level}, ${level})`;
};

function registerFont(): void {
  if (GlobalFonts.has(FONT)) return;
  const file = path.join(
    path.dirname(import.meta.resolve('@expo-google-fonts/noto-sans-sc').replace('file://', '')),
    '400Regular/NotoSansSC_400Regular.ttf',
  );
  if (!GlobalFonts.registerFromPath(file, FONT)) throw new Error(`the font ${file} cannot be read`);
}
