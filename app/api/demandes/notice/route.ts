import { noticeInformation } from '@/lib/demandes/notice-pdf'
import { noticeDe } from '@/lib/demandes/queries-documents'
import { reponsePdf } from '@/lib/socle/reponse-pdf'
import { defineRoute } from '@/lib/socle/route'

/** The information notice to hand to the person. It says nothing of anyone. */
export const GET = defineRoute({ droit: 'demande.deposer', journal: null }, async ({ acteur, requete, maintenant }) => {
  const caisse = new URL(requete.url).searchParams.get('caisse') ?? ''
  const notice = await noticeDe(acteur, caisse, maintenant)
  return { reponse: reponsePdf(await noticeInformation(notice), 'notice-information.pdf') }
})
