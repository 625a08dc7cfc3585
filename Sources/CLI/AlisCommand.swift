import ArgumentParser
import Alis
@main struct AlisCommand: AsyncParsableCommand { func run() async throws {} }
