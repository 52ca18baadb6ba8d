"""Fits the network that reads whole reports. Needs torch and onnx, which only who trains it has."""
