
BlogitsJ(Kjv½ÎOü¾¥²u?o¬?(Ô>ïNú>šœ‘¿Fqê>ÚŒ>T/¤=