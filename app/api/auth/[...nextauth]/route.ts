import { handlers } from '@/app/_act/auth'

export const { GET, POST } = handlers
