
BlogitsJ(аи%>z┐2s┌┐g┐w╫╛KтS╜Jyы╜$└#?│╡`┐jИ~?