"""One module per chart: data, static picture, interactive figure, data table."""
