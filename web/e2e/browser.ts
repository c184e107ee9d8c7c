import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A browser for tests and pictures: the one CHROME_PATH names, else an installed one, else the one that comes
 * with npm. Chinese is drawn with the Noto face the PDFs use, so that a bare machine shows no boxes.
 * Throws when there is none; the message says what was tried.
 */
export async function launchBrowser(): Promise<Browser> {
  const env = { ...process.env, FONTCONFIG_FILE: writeFontConfig() };
  const options: LaunchOptions = {
    headless: true,
    env,
    args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
  };
  const named = process.env.CHROME_PATH ?? INSTALLED.find((place) => fs.existsSync(place));
  if (named) return chromium.launch({ ...options, executablePath: named });
  try {
    return await chromium.launch({ ...options, channel: 'chrome' });
  } catch (noChrome) {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw noChrome;
    return launchPacked(options);
  }
}

/** The packed Chromium brings its own libraries when it believes to run on Lambda; it unpacks into TMPDIR, once per version. */
async function launchPacked(options: LaunchOptions): Promise<Browser> {
  const before = {
    runtime: process.env.AWS_LAMBDA_JS_RUNTIME,
    tmp: process.env.TMPDIR,
    libraries: process.env.LD_LIBRARY_PATH,
  };
  const folder = path.join(os.tmpdir(), `faircast-chromium-${packedVersion()}-${os.userInfo().uid}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  process.env.TMPDIR = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    const env = { ...options.env, TMPDIR: folder, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH };
    return await chromium.launch({
      ...options,
      executablePath,
      env: env as Record<string, string>,
      args: [...FLAGS, '--no-sandbox', '--headless'],
    });
  } finally {
    restore('AWS_LAMBDA_JS_RUNTIME', before.runtime);
    restore('TMPDIR', before.tmp);
    restore('LD_LIBRARY_PATH', before.libraries);
  }
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

const moduleFile = (file: string): string =>
  fileURLToPath(new URL(`../../node_modules/${file}`, import.meta.url));

const packedVersion = (): string =>
  (JSON.parse(fs.readFileSync(moduleFile('@sparticuz/chromium/package.json'), 'utf8')) as { version: string })
    .version;

/** Points fontconfig at the npm face, beside whatever the system has. */
function writeFontConfig(): string {
  const fonts = moduleFile('@expo-google-fonts/noto-sans-sc');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faircast-fonts-'));
  const file = path.join(folder, 'fonts.conf');
  fs.writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${fonts}</dir>
  <cachedir>${folder}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`,
  );
  return file;
}
