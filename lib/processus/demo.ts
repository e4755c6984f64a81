import { lancerDemonstration } from './demonstration'

process.exit(await lancerDemonstration('demo', process.argv.slice(2)))
