/** Compiles kernel/match-rows.ts and writes its bytes where the matcher loads them; with --check only says whether they differ. */
'use strict';
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const prettier = require('prettier');

const ROOT = path.join(__dirname, '../..');
const SOURCE = 'kernel/match-rows.ts';
const SHIPPED = 'src/domain/rules/matcher/kernel-bytes.ts';
const SWITCHES = ['--noAssert', '--importMemory', '--noExportMemory'];
const OPTIONS = [...SWITCHES, '-O3', '--runtime', 'stub', '--enable', 'simd', '--outFile', 'kernel.wasm'];

async function compile() {
  const { default: asc } = await import('assemblyscript/asc');
  let bytes = null;
  const { error, stderr } = await asc.main([SOURCE, ...OPTIONS, '--baseDir', ROOT], {
    writeFile: (_name, written) => {
      bytes = written;
    },
  });
  if (error !== null || bytes === null) throw new Error(stderr.toString());
  return bytes;
}

async function text(bytes) {
  const source = `/** Holds the kernel that \`npm run kernel\` compiled from ${SOURCE}; not to be edited. */

/** A module of WebAssembly that imports \`env.memory\`. */
export const KERNEL_BYTES = Uint8Array.from([${[...bytes].join(', ')}]);
`;
  return prettier.format(source, {
    parser: 'typescript',
    ...(await prettier.resolveConfig(path.join(ROOT, SHIPPED))),
  });
}

async function main() {
  const wanted = await text(await compile());
  const file = path.join(ROOT, SHIPPED);
  if (!process.argv.includes('--check')) return writeFileSync(file, wanted);
  if (readFileSync(file, 'utf8') !== wanted)
    throw new Error(`${SHIPPED} is not what ${SOURCE} compiles to: npm run kernel`);
}

main().catch((fault) => {
  console.error(fault.message);
  process.exitCode = 1;
});
