extension QuotationSet {
    /// Sixty articles in twenty stories: exact copies, shortened, with other quotation marks, spelled otherwise, merged,
    /// split, and translated back; with sentences that all sorts of people say, and the same speakers' other words.
    /// While the rules were made, what they missed here was looked at once; so it is no unseen set.
    static let test = QuotationSet(
        "test",
        """
        == Coastwire
        bridge|Ivo Kestrel|“The bridge at Pell will stay closed until every one of its forty bolts has been replaced.”
        == Orrin Post
        bridge|Ivo Kestrel|"The bridge at Pell will stay closed until every one of its forty bolts has been replaced,"
        -|Ivo Kestrel|“The old ferry at Pell carries sixty cars an hour, and it is free for residents.”
        == Vale Herald
        bridge|Kestrel|“will stay closed until every one of its forty bolts has been replaced”
        == Orrin Post
        fish|Nadia Holm|“There were a thousand herring in the net and every second one of them was sick.”
        fish|Nadia Holm|“My grandfather fished here for fifty years and never saw a grey tide like this.”
        == Vale Herald
        fish|Nadia Holm|“There were a thousand herring in the net and every second one was sick. My grandfather fished here for fifty years and never saw a grey tide like this.”
        == Lantern
        fish|Ms Holm|“every second one of them was sick”
        fish|Ms Holm|“My grandfather fished here for fifty years and never saw a grey tide,”
        == Vale Herald
        tax|Oren Pryce|“A levy on windows punishes light, and a levy on doors punishes neighbours.”
        == Lantern
        tax|Oren Pryce|“A levy on windows punishes light and a levy on doors punishes neighbors”
        -|Gerd Aske|“The levy will bring in nine million crowns before the end of the decade.”
        == Harbour Mail
        tax|Oren Pryce|that a levy on windows punishes light and a levy on doors punishes neighbours
        == Lantern
        strike|Hanna Voss|“We have been without a contract for two winters, and we will not drive a third.”
        == Harbour Mail
        strike|Hanna Voss|“We’ve been without a contract for two winters and we won’t drive a third,”
        == Sarn Courier
        strike|Voss|“For two winters we have been without a contract, and we will not drive a third winter.”
        -|Hanna Voss|“A contract with the city was on the table in March, and the city took it away.”
        == Harbour Mail
        -|Rolf Ammer|“Our thoughts are with the families of all those who were affected by this tragic event.”
        == Sarn Courier
        -|Sina Lauk|“Our thoughts are with the families of all those who were affected by this tragic event.”
        == Coastwire
        -|Doro Fenn|“Our thoughts are with the families of all those who were affected by this tragic event.”
        == Sarn Courier
        quake|Tomas Iverly|“The ground moved for eleven seconds, and the bells of the cathedral rang by themselves.”
        == Coastwire
        quake|Tomas Iverly|“The earth moved for eleven seconds, and the cathedral bells rang by themselves.”
        == Orrin Post
        quake|Tomas Iverly|“The ground moved eleven seconds long and the bells of the cathedral were ringing by themselves,”
        == Coastwire
        theatre|Livia Stroud|“The theatre programme will honour labour and colour alike, and the centre will stay open.”
        == Orrin Post
        theatre|Livia Stroud|"The theater program will honor labor and color alike, and the center will stay open."
        == Vale Herald
        theatre|Livia Stroud|‘The theatre programme will honour labour and colour alike’
        == Orrin Post
        well|Amos Treft|“Eight of the ten wells we tested in the valley hold more lead than the law allows.”
        == Vale Herald
        well|the water board|“Eight of the ten wells we tested in the valley hold more lead than the law allows,”
        == Lantern
        well|Amos Treft|“eight of the ten wells hold more lead than the law allows”
        -|Amos Treft|“The wells in the hills are clean, and people there can drink what they draw.”
        == Vale Herald
        vote|Kaia Munro|“I counted the ballots myself, twice, by the light of a single lamp, and no one was missing.”
        == Lantern
        vote|Kaia Munro|“I counted the ballots myself, by the light of a single lamp,”
        == Harbour Mail
        vote|Munro|“I counted these ballots myself, twice, by the light of one single lamp, and none was missing.”
        -|Peer Lodd|“The lamp in the counting room was broken, and nobody could see a single ballot.”
        == Lantern
        -|Edda Rahn|“We do not comment on the details of pending investigations as a matter of policy.”
        rail1|Jory Blane|“The night train to Kess will run again from the first of May with new sleeping cars.”
        == Harbour Mail
        -|Milo Crake|“We do not comment on the details of pending investigations as a matter of policy.”
        rail1|Jory Blane|“The night train to Kess will run again from the first of May”
        == Sarn Courier
        rail1|Blane|that the night train to Kess would run again from the first of May with new sleeping cars
        == Harbour Mail
        zoo|Fenna Lisk|“The otter opened the gate with a spoon, crossed the car park and bought itself an afternoon.”
        == Sarn Courier
        zoo|Fenna Lisk|“The otter opened the gate with a spoon, crossed the car park and bought itself an afternoon,”
        == Coastwire
        zoo|a keeper|“The otter opened the gate with a spoon, crossed the car park and bought itself an afternoon.”
        -|Fenna Lisk|“The otter has been back in its pool since Sunday and is eating well.”
        == Sarn Courier
        school1|Bela Noor|“No child in this district will learn in a container once the autumn holidays are over.”
        -|Bela Noor|“Every school in the district gets a nurse and a library with its own key.”
        == Coastwire
        school1|Bela Noor|“Once the autumn holidays are over, no child in this district will learn in a container.”
        == Orrin Post
        school1|Mayor Noor|“No child in this district will be learning in a container after the autumn holidays,”
        == Coastwire
        storm|Per Aldous|“The roof of the market went over the harbour like a kite, and then the lights failed.”
        == Orrin Post
        storm|Per Aldous|“The market roof flew over the harbour like a kite, and then the lights failed.”
        == Vale Herald
        -|Rika Moen|“The lights failed at nine and came back at noon, street after street.”
        storm|Aldous|“went over the harbour like a kite, and then the lights failed”
        == Orrin Post
        bank|Cato Werring|“Depositors will be paid in full by Thursday, and not one of them needs to stand in line.”
        == Vale Herald
        bank|Cato Werring|“Depositors will be paid in full by Thursday and not one needs to stand in line.”
        -|Cato Werring|“Shareholders will not be paid in full, and some of them will be paid nothing.”
        == Lantern
        bank|the regulator|“Depositors will be paid in full by Thursday, and not one of them needs to stand in line,”
        == Vale Herald
        farm|Greta Olvin|“It rained on the barley for thirty days, and on the thirty-first the buyers laughed.”
        == Lantern
        farm|Greta Olvin|“It rained on our barley for thirty days. On the thirty-first, the buyers laughed at us.”
        == Harbour Mail
        farm|Olvin|“Thirty days of rain fell upon the barley, and on day thirty-one the purchasers were laughing.”
        == Lantern
        hall1|Suli Markham|“The concert hall leaks in nineteen places, and the pianist brings an umbrella.”
        hall2|Suli Markham|“Repairs would cost less than the opening gala did, and the city paid for that in a week.”
        == Harbour Mail
        hall2|Suli Markham|“Repairs would cost less than the opening gala did,”
        hall1|Suli Markham|“The concert hall leaks in nineteen places and the pianist brings an umbrella,”
        == Sarn Courier
        hall1|Markham|that the concert hall leaks in nineteen places and that the pianist brings an umbrella
        hall2|Markham|“Repairs will cost less than the opening gala, and the city paid for that within a week.”
        == Harbour Mail
        ship|Bo Carrow|“We saw the smoke at four, the flames at five, and by six there was nothing left to tow.”
        == Sarn Courier
        ship|Bo Carrow|“We saw the smoke at four, the flames at five. By six there was nothing left to tow.”
        == Coastwire
        ship|Captain Carrow|“saw the smoke at four, the flames at five, and by six there was nothing left”
        -|Bo Carrow|“The crew left in two boats at half past four, and the cook carried the parrot.”
        == Sarn Courier
        -|Wim Dale|“I have full confidence in the chief of police and her team of officers.”
        == Coastwire
        -|Wim Dale|“I have no confidence in the board of the hospital, and I told its members so.”
        == Orrin Post
        -|Ines Croft|“I have full confidence in the chief of police and her team of officers.”
        == Coastwire
        court|Lena Harrow|“The defendant sold the same meadow to four brothers and drank with each of them afterwards.”
        == Orrin Post
        court|Lena Harrow|“The accused sold the same meadow to four brothers, and drank with each of them afterwards,”
        == Vale Herald
        court|Judge Harrow|“sold the same meadow to four brothers and drank with each afterwards”
        -|Lena Harrow|“The meadow belongs to the parish, as it has since the flood of the last century.”
        == Orrin Post
        ice|Kolb Ansen|“The glacier lost as much ice in one summer as it did in the ten winters before.”
        == Vale Herald
        ice|Kolb Ansen|“In one summer the glacier lost as much ice as in the ten winters before,”
        -|Kolb Ansen|“The glacier feeds three rivers and half of the wells in the province.”
        == Lantern
        ice|Professor Ansen|“The glacier lost as much ice in one summer as it did in the last ten winters.”
        -|Yara Pell|“The ice road to the island will not open this winter, nor in the one after.”
        """
    )
}
