import type { Metadata } from 'next'
import { Contenu } from '@/components/cadre/contenu'
import { EntetePublic } from '@/components/cadre/entete-public'
import { Pied } from '@/components/cadre/pied'
import { LienBouton } from '@/components/ui/bouton'

export const metadata: Metadata = { title: 'Page introuvable' }

export default function Introuvable() {
  return (
    <>
      <EntetePublic />
      <Contenu className="tab:pt-10!">
        <h1>Cette page n’existe pas</h1>
        <p className="lecture mt-4">
          L’adresse est peut-être incomplète, ou ce qu’elle montrait n’est pas ouvert à votre compte. Rien n’est perdu.
        </p>
        <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <LienBouton href="/">Revenir à l’accueil</LienBouton>
          <a href="/support/signaler" className="inline-block min-h-6">
            Signaler un dysfonctionnement
          </a>
          <a href="/aide" className="inline-block min-h-6">
            Aide et contacts
          </a>
        </p>
      </Contenu>
      <Pied />
    </>
  )
}
