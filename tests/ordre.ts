import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longer than their length says, the longest first. A new clone has no memory of how long each took. */
const longs = [
  'architecture/droits-actions',
  'lib/conservation/durees',
  'prisma/seed',
  'lib/pieces-jointes/qualite-image',
  'lib/nuit/rattrapage',
  'lib/comptes/se-connecter',
  'lib/demandes/plans',
  'lib/processus/postgres',
  'lib/travaux/demarrer-travaux',
  'lib/securite/appareils',
  'lib/comptes/regles-mot-de-passe',
  'lib/conservation/histoires',
]

const rang = ({ moduleId }: TestSpecification) => {
  const trouve = longs.findIndex((nom) => moduleId.endsWith(`/tests/${nom}.test.ts`))
  return trouve < 0 ? longs.length : trouve
}

/**
 * The files that have a process to themselves, then the others; the long ones first among each, so that both processes end
 * together rather than one with the longest of all while the other waits.
 */
export default class LongsDAbord extends BaseSequencer {
  override async sort(fichiers: TestSpecification[]): Promise<TestSpecification[]> {
    const groupe = ({ project }: TestSpecification) => (project.config.isolate ? 0 : 1)
    return (await super.sort(fichiers)).sort((a, b) => groupe(a) - groupe(b) || rang(a) - rang(b))
  }
}
