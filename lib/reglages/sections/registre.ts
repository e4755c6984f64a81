import type { Section } from '@/lib/reglages/modele'
import { conservation } from '@/lib/reglages/sections/conservation'
import { conventions } from '@/lib/reglages/sections/conventions'
import type { DefinitionSection } from '@/lib/reglages/sections/definition'
import { delais } from '@/lib/reglages/sections/delais'
import { fichiers } from '@/lib/reglages/sections/fichiers'
import { habilitations } from '@/lib/reglages/sections/habilitations'
import { rendezVous } from '@/lib/reglages/sections/rendez-vous'
import { services } from '@/lib/reglages/sections/services'
import { statistiques } from '@/lib/reglages/sections/statistiques'
import { surveillance } from '@/lib/reglages/sections/surveillance'

const registre: Record<Section, DefinitionSection> = {
  delais,
  habilitations,
  conventions,
  'rendez-vous': rendezVous,
  services,
  statistiques,
  fichiers,
  conservation,
  surveillance,
}

export const sectionReglee = (section: Section): DefinitionSection => registre[section]
