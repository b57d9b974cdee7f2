methods-title = Werkvormen voor intervisie
