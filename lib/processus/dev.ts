import { lancerDemonstration } from './demonstration'

process.exit(await lancerDemonstration('dev', process.argv.slice(2)))
