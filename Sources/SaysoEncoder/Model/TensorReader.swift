/// Takes tensors out of a file by name, and checks that they are what the network needs.
struct TensorReader {
    let file: UnsafeRawBufferPointer
    let tensors: [String: Safetensors.Tensor]

    /// The tensor of that name, whatever it is.
    func tensor(_ name: String) throws(ModelError) -> Safetensors.Tensor {
        guard let tensor = tensors[name] else {
            throw ModelError(.missingTensor, "there is no tensor '\(name)'")
        }
        return tensor
    }

    /// The tensor of that name, type and shape.
    func tensor(
        _ name: String,
        _ type: Safetensors.ElementType,
        _ shape: [Int]
    ) throws(ModelError) -> Safetensors.Tensor {
        let tensor = try tensor(name)
        guard tensor.type == type else {
            throw ModelError(
                .wrongType,
                "tensor '\(name)' has type \(tensor.type.rawValue), not \(type.rawValue)"
            )
        }
        guard tensor.shape == shape else {
            throw ModelError(.wrongShape, "tensor '\(name)' has shape \(tensor.shape), not \(shape)")
        }
        return tensor
    }

    /// The values of a float tensor, all finite.
    func floats(_ name: String, _ shape: Int...) throws(ModelError) -> [Float] {
        let tensor = try tensor(name, .float32, shape)
        try requireFinite(tensor, name)
        let base = UnsafeRawBufferPointer(rebasing: file[tensor.bytes])
        return (0..<tensor.bytes.count / 4).map { base.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
    }

    /// The values of a tensor of 32-bit integers.
    func integers(_ name: String, _ shape: [Int]) throws(ModelError) -> [Int32] {
        let tensor = try tensor(name, .int32, shape)
        let base = UnsafeRawBufferPointer(rebasing: file[tensor.bytes])
        return (0..<tensor.bytes.count / 4).map { base.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self) }
    }

    /// A matrix of weights, int8 with a scale per row, or float.
    func matrix(_ name: String, rows: Int, columns: Int) throws(ModelError) -> WeightMatrix {
        let weights = try tensor("\(name).weight")
        guard weights.type == .int8 || weights.type == .float32 else {
            throw ModelError(
                .wrongType,
                "tensor '\(name).weight' has type \(weights.type.rawValue), not I8 or F32"
            )
        }
        guard weights.shape == [rows, columns] else {
            throw ModelError(
                .wrongShape,
                "tensor '\(name).weight' has shape \(weights.shape), not \([rows, columns])"
            )
        }
        var scales: [Float]?
        if weights.type == .int8 {
            scales = try floats("\(name).scale", rows)
        } else {
            guard tensors["\(name).scale"] == nil else {
                throw ModelError(.wrongType, "tensor '\(name).weight' is of floats, yet has a scale")
            }
            try requireFinite(weights, "\(name).weight")
        }
        return WeightMatrix(rows: rows, columns: columns, bytes: weights.bytes, scales: scales)
    }

    /// A matrix of weights, and a bias per row.
    func linear(_ name: String, inputs: Int, outputs: Int) throws(ModelError) -> LinearWeights {
        LinearWeights(
            matrix: try matrix(name, rows: outputs, columns: inputs),
            bias: try floats("\(name).bias", outputs)
        )
    }

    /// The weight and bias of a layer normalisation.
    func norm(_ name: String, width: Int) throws(ModelError) -> NormWeights {
        NormWeights(weight: try floats("\(name).weight", width), bias: try floats("\(name).bias", width))
    }

    private func requireFinite(_ tensor: Safetensors.Tensor, _ name: String) throws(ModelError) {
        for offset in stride(from: tensor.bytes.lowerBound, to: tensor.bytes.upperBound, by: 4)
        where !file.loadUnaligned(fromByteOffset: offset, as: Float.self).isFinite {
            throw ModelError(.badValues, "tensor '\(name)' holds a value that isn't finite")
        }
    }
}

/// A matrix of weights in the file.
struct WeightMatrix: Sendable {
    var rows: Int
    var columns: Int
    /// Where the weights are: int8 with scales, else floats.
    var bytes: Range<Int>
    /// What one step of an int8 weight is worth, per row.
    var scales: [Float]?
}

/// A linear layer.
struct LinearWeights: Sendable {
    var matrix: WeightMatrix
    var bias: [Float]
}

/// A layer normalisation.
struct NormWeights: Sendable {
    var weight: [Float]
    var bias: [Float]
}
