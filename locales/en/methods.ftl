methods-title = Methods for peer consultation
