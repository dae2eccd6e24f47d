extension [Statement] {
    /// Reads how each was said, through what and to whom, and which stand inside others.
    mutating func readSayings(in prose: Prose) {
        let roles = Roles(self, in: prose)
        for index in indices {
            self[index].saying = Saying(CueContext(self[index], cue: roles.cues[index], in: prose))
            let setting = SettingReader.setting(of: index, self, roles, in: prose)
            self[index].medium = setting.medium
            self[index].addressee = setting.addressee
        }
    }
}
