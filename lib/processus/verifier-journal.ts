import { existsSync } from 'node:fs'
import { verifierLaBase } from '@/lib/journal/nuit'
import { pluriel } from '@/lib/socle/format'

const usage = `Relit tout le journal et dit ce qui y a été changé, retiré, ajouté, déplacé ou coupé. N’écrit rien.
Variables : DATABASE_URL_TRAVAUX, CLES_JOURNAL (toutes les clés qui ont servi), JOURNAL_ANCRES.
Fin : 0 quand le journal est intact, 1 quand il ne l’est pas, 2 quand il n’a pas pu être relu.`

if (existsSync('.env')) process.loadEnvFile('.env')
if (process.argv.includes('--aide')) console.log(usage)
else {
  try {
    const { lignes, premier, dernier, points, ancres, defauts, total } = await verifierLaBase()
    for (const defaut of defauts) console.log(defaut)
    if (total > defauts.length) console.log(`… et ${total - defauts.length} autres.`)
    const etendue = premier === null ? '' : `, du rang ${premier} au rang ${dernier}`
    const tenues = `${pluriel(ancres.tenues, 'ancre comparée', 'ancres comparées')}, ${pluriel(ancres.purgees, 'ancre', 'ancres')} d’avant la purge`
    console.log(
      `${pluriel(lignes, 'ligne relue', 'lignes relues')}${etendue} ; ${pluriel(points, 'point de reprise', 'points de reprise')} ; ${tenues}.`,
    )
    if (!process.env.JOURNAL_ANCRES)
      console.log('JOURNAL_ANCRES est absente : une fin de journal coupée en même temps que sa tête ne se verrait pas.')
    console.log(
      total === 0 ? 'Le journal est intact.' : `Le journal a été altéré : ${pluriel(total, 'écart', 'écarts')}.`,
    )
    process.exitCode = total === 0 ? 0 : 1
  } catch (erreur) {
    console.error(`Le journal n’a pas pu être relu : ${(erreur as Error).message}`)
    process.exitCode = 2
  }
}
