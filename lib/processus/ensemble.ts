import { spawn } from 'node:child_process'

/**
 * Runs lists of npm scripts side by side: `ensemble.ts types,build lint,migrate` runs «types» then «build», while «lint» then
 * «migrate» run. Each script is printed whole when it ends, and the first failure of a list ends that list.
 */
async function suivre(noms: string[]): Promise<boolean> {
  for (const nom of noms) if (!(await lancer(nom))) return false
  return true
}

function lancer(nom: string): Promise<boolean> {
  return new Promise((resoudre) => {
    const depart = Date.now()
    const sorties: Buffer[] = []
    const enfant = spawn('npm', ['run', '--silent', nom], {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
    })
    enfant.stdout.on('data', (lu: Buffer) => sorties.push(lu))
    enfant.stderr.on('data', (lu: Buffer) => sorties.push(lu))
    enfant.on('error', (erreur) => sorties.push(Buffer.from(`${erreur.message}\n`)))
    enfant.on('close', (code) => {
      const secondes = ((Date.now() - depart) / 1000).toFixed(0)
      process.stdout.write(`\n${code === 0 ? 'ok' : 'échec'} : ${nom} (${secondes} s)\n`)
      process.stdout.write(Buffer.concat(sorties))
      resoudre(code === 0)
    })
  })
}

const listes = process.argv.slice(2).map((liste) => liste.split(','))
const suites = await Promise.all(listes.map(suivre))
process.exitCode = suites.every(Boolean) ? 0 : 1
