import { baseDeTest } from '@/tests/base-de-test'
import { eprouverLesPlans } from '@/tests/plans-des-pages'

eprouverLesPlans(6_000, await baseDeTest())
