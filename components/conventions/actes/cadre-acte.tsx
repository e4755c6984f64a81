import type { ReactNode } from 'react'
import { adresseConvention } from '@/components/conventions/adresses'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { Formulaire } from '@/components/formulaire/formulaire'
import type { VueConvention } from '@/lib/conventions/queries-detail'
import type { ActionFormulaire } from '@/lib/socle/etat-action'

export type ProprietesActe = {
  vue: VueConvention
  /** Title of the page, also its h1. */
  titre: string
  recherche: Record<string, string | string[] | undefined>
}

/** The form of an act on the part of the caisse: it carries the version that was read. */
export function FormulaireActe({
  vue,
  titre,
  action,
  cle,
  version = vue.version,
  envoi,
  enCours,
  danger,
  annuler = 'Ne rien changer',
  children,
}: {
  vue: VueConvention
  titre: string
  action: ActionFormulaire
  cle: string
  version?: number
  envoi: string
  enCours: string
  danger?: boolean
  annuler?: string
  children: ReactNode
}) {
  const { id } = vue.convention
  return (
    <Formulaire action={action} titrePage={titre} cle={`${cle}-${id}`}>
      <h1 className="mb-5">{titre}</h1>
      <ChampCache name="id" valeur={id} />
      <ChampCache name="version" valeur={version} />
      {children}
      <div className="rangee-boutons mt-7">
        <BoutonEnvoi aspect={danger ? 'danger' : 'primaire'} enCours={enCours}>
          {envoi}
        </BoutonEnvoi>
        <a href={adresseConvention(id)} className="inline-block min-h-6">
          {annuler}
        </a>
      </div>
    </Formulaire>
  )
}
