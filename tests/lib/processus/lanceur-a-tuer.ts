import { lancerEnfant } from '@/lib/processus/enfants'

const script = `
  const { spawn } = require('node:child_process')
  const petit = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  console.error(process.pid + ' ' + petit.pid)
  setInterval(() => {}, 1000)
`

lancerEnfant({
  nom: 'enfant',
  args: ['-e', script],
  env: process.env,
  journal: process.argv[2] ?? '/dev/null',
  surErreur: (ligne) => console.log(ligne),
})
setInterval(() => {}, 1000)
