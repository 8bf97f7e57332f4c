
BlogitsJ(Ž2š?òþ>»ý¸?DÑO¾ÖTß>BeA?Ôh>aÓ#¿]F#?Pe8>