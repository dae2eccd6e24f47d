package import CSaysoKernels

/// An instruction set that the inner loops are compiled for.
package enum Kernel: String, CaseIterable, Sendable {
    /// Plain C, for any machine.
    case portable
    /// x86-64 with AVX2 and FMA.
    case avx2
    /// x86-64 with AVX2 and the later, narrower form of VNNI.
    case avxvnni
    /// x86-64 with AVX-512 and VNNI.
    case avx512vnni
    /// x86-64 with AVX-512, VNNI and Intel's matrix extensions.
    case amx
    /// 64-bit Arm with the dot product instructions.
    case neonDot

    /// Those that this machine can run, the fastest last.
    package static var available: [Kernel] { allCases.filter { $0.functions != nil } }

    /// The fastest that this machine can run.
    package static var best: Kernel { available.last ?? .portable }

    /// The functions, where this machine can run them.
    package var functions: UnsafePointer<sayso_kernels>? {
        switch self {
        case .portable: sayso_kernels_for(Int32(SAYSO_PORTABLE))
        case .avx2: sayso_kernels_for(Int32(SAYSO_AVX2))
        case .avxvnni: sayso_kernels_for(Int32(SAYSO_AVX_VNNI))
        case .avx512vnni: sayso_kernels_for(Int32(SAYSO_AVX512_VNNI))
        case .amx: sayso_kernels_for(Int32(SAYSO_AMX))
        case .neonDot: sayso_kernels_for(Int32(SAYSO_NEON_DOT))
        }
    }
}
