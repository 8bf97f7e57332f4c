
BlogitsJ(Ã•?T’H=ad×½²Ù×¼ics¿­GS?·ÞÓ¾
N?–Í@OfB?