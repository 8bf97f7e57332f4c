 Bpooler_outputJ€x*d¿uŸQ¿a‡V¿Õ•4>šN¿©Jh¿®·z?!ût¿Å¶z?Rt­>6?k|e½r>E¾§Eg¾ô{5?‹›
¿ç84?Ø¯g¿µSh?»
i?ÏQ¿`¡é>Uzv?ho¾a"¿l?>&¿ÊA?"Èv?ÿÁs>mô¿